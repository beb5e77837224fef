import { createPublicKey, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { deriveKeys } from './keys'
import { createSigning } from './signing'

const signing = createSigning(deriveKeys(Buffer.alloc(32, 7)).signing)
const message = Buffer.from('what is signed')

describe('the signing key', () => {
  test('makes signatures that its public key alone confirms', () => {
    const signature = Buffer.from(signing.sign(message), 'base64')
    const key = createPublicKey(signing.publicKey())
    expect(verify(null, message, key, signature)).toBe(true)
    expect(verify(null, Buffer.from('something else'), key, signature)).toBe(false)
  })

  test('is the same after every start, and another one in another profile', () => {
    const again = createSigning(deriveKeys(Buffer.alloc(32, 7)).signing)
    const others = createSigning(deriveKeys(Buffer.alloc(32, 8)).signing)
    expect(again.publicKey()).toBe(signing.publicKey())
    expect(again.sign(message)).toBe(signing.sign(message))
    expect(others.fingerprint()).not.toBe(signing.fingerprint())
  })

  test('is the one that the standard gives for a seed (RFC 8032, 7.1, test 1)', () => {
    const seed = Buffer.from(
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      'hex',
    )
    const standard = createSigning(seed)
    const der = createPublicKey(standard.publicKey()).export({ format: 'der', type: 'spki' })
    expect(der.subarray(-32).toString('hex')).toBe(
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    )
    expect(Buffer.from(standard.sign(Buffer.alloc(0)), 'base64').toString('hex')).toMatch(
      /^e5564300c360ac729086e2cc806e828a/,
    )
  })

  test('has a fingerprint that people compare by eye', () => {
    expect(signing.fingerprint()).toMatch(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/)
  })

  test('is not made of a seed of another length', () => {
    expect(() => createSigning(Buffer.alloc(31))).toThrow('32 bytes')
  })
})
