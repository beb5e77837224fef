import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import type { Signing } from './types'

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const beforeSeed = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The same key for the same seed, so that it need not be kept: it follows from the master key. */
export function createSigning(seed: Uint8Array): Signing {
  if (seed.length !== 32) throw new RangeError('an Ed25519 key is made of 32 bytes')
  const key = createPrivateKey({
    key: Buffer.concat([beforeSeed, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(key)
  const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString()
  const fingerprint = fingerprintOf(publicKey.export({ format: 'der', type: 'spki' }))
  return {
    publicKey: () => pem,
    fingerprint: () => fingerprint,
    sign: (bytes) => sign(null, bytes, key).toString('base64'),
  }
}

const fingerprintOf = (der: Buffer): string =>
  createHash('sha256').update(der).digest('hex').toUpperCase().match(/../g)!.join(':')
