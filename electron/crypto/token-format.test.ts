import { fc, it } from '@fast-check/vitest'
import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createTokenFormat } from './token-format'

const format = createTokenFormat({ randomBytes })
const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Tokens made of any bytes, all zeros and all ones among them. */
const anyToken = fc
  .record({
    kind: fc.constantFrom('u' as const, 's' as const, 'x' as const),
    bytes: fc.oneof(
      fc.uint8Array({ minLength: 41, maxLength: 41 }),
      fc.constant(new Uint8Array(41)),
      fc.constant(new Uint8Array(41).fill(255)),
    ),
  })
  .map(({ kind, bytes }) => {
    let used = 0
    const next = (size: number) => bytes.slice(used, (used += size))
    return { kind, ...createTokenFormat({ randomBytes: next }).make(kind) }
  })

describe('a token', () => {
  it.prop([anyToken])('is 66 letters, digits and underscores, and is recognised', (made) => {
    expect(made.token).toMatch(/^kw[usx]_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}$/)
    expect(format.parse(made.token)).toEqual({ kind: made.kind, tokenId: made.tokenId })
    expect(made.token).toContain(`_${made.tokenId}_`)
  })

  it.prop([anyToken], { numRuns: 20 })('with any one character changed is refused', ({ token }) => {
    for (let i = 0; i < token.length; i += 1)
      for (const other of `${base62}_- `)
        if (other !== token[i])
          expect(format.parse(token.slice(0, i) + other + token.slice(i + 1))).toBeNull()
  })

  it.prop([anyToken])('with any two neighbours swapped is refused', ({ token }) => {
    for (let i = 0; i + 1 < token.length; i += 1) {
      const swapped = token.slice(0, i) + token[i + 1] + token[i] + token.slice(i + 2)
      if (swapped !== token) expect(format.parse(swapped)).toBeNull()
    }
  })

  test('is never the same twice', () => {
    const made = Array.from({ length: 10_000 }, () => format.make('u'))
    expect(new Set(made.map((one) => one.token)).size).toBe(made.length)
    expect(new Set(made.map((one) => one.tokenId)).size).toBe(made.length)
  })

  test('takes 256 bits for its secret and 71 for its ID', () => {
    const asked: number[] = []
    const counting = createTokenFormat({
      randomBytes: (size) => {
        asked.push(size)
        return new Uint8Array(size).fill(255)
      },
    })
    const { token } = counting.make('s')
    expect(asked).toEqual([9, 32])
    const [, id = '', secret = ''] = token.split('_')
    expect(numberFrom(id)).toBe(2n ** 71n - 1n)
    expect(numberFrom(secret.slice(0, 43))).toBe(2n ** 256n - 1n)
  })
})

const numberFrom = (text: string) =>
  [...text].reduce((number, digit) => number * 62n + BigInt(base62.indexOf(digit)), 0n)

describe('no token is', () => {
  const { token } = format.make('u')
  test.each([
    ['nothing', ''],
    ['one with a space behind', `${token} `],
    ['one with a line break behind', `${token}\n`],
    ['one with a line before', `x\n${token}`],
    ['one cut short', token.slice(0, -1)],
    ['two of them', token + token],
    ['a wide letter', `ｋ${token.slice(1)}`],
    ['a million characters', 'k'.repeat(1_000_000)],
  ])('%s', (_, text) => {
    expect(format.parse(text)).toBeNull()
  })

  it.prop([fc.string({ unit: 'binary', maxLength: 80 })])('any other text', (text) => {
    expect(format.parse(text)).toBeNull()
  })

  test('one whose secret is a larger number than 256 bits can say, however right its checksum', async () => {
    const { crc32 } = await import('node:zlib')
    const unchecked = `kwu_${'0'.repeat(12)}_${'z'.repeat(43)}`
    let rest = crc32(unchecked)
    let crc = ''
    for (let i = 0; i < 6; i += 1, rest = Math.floor(rest / 62)) crc = base62[rest % 62] + crc
    expect(format.parse(unchecked + crc)).toBeNull()
  })
})
