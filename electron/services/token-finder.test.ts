import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createTokenFormat } from '../crypto/token-format'
import { createTokenFinder } from './token-finder'

const format = createTokenFormat({ randomBytes })
const make = () => format.make('s')
const find = (...pieces: (Buffer | string)[]) => {
  const finder = createTokenFinder(format)
  return pieces.flatMap((piece) => finder.take(Buffer.from(piece as string)))
}
const ids = (...pieces: (Buffer | string)[]) => find(...pieces).map(({ tokenId }) => tokenId)

test('a token is found in a text, with its line and the bytes before it', () => {
  const { token, tokenId } = make()
  expect(find(`one\ntwo: ${token}\n`)).toEqual([{ token, tokenId, offset: 9, line: 2 }])
})

test('a text that is only like a token is none: one wrong character, one too few, another prefix', () => {
  const { token } = make()
  const wrong = token.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
  expect(ids(wrong, ' ', token.slice(0, -1), ' ', token.replace('kws_', 'kwa_'))).toEqual([])
})

test.each(['{"token":"%s"}', 'https://x/?t=%s&u=1', 'Bearer %s', 'kws_%s', '%s%s', 'zkws_%s0'])(
  'what stands around a token does not hide it: %s',
  (around) => {
    const { token, tokenId } = make()
    const text = around.replaceAll('%s', token)
    expect(new Set(ids(text))).toEqual(new Set([tokenId]))
  },
)

test('a token whose underscores a careful program wrote as %5F is found', () => {
  const { token, tokenId } = make()
  expect(find(token.replaceAll('_', '%5F'))).toMatchObject([{ token, tokenId }])
  expect(find(token.replaceAll('_', '%5f'))).toMatchObject([{ token, tokenId }])
})

test('a whole token in the tail of one that was cut off is found', () => {
  const { token } = make()
  const whole = make()
  const cutOff = `${token.slice(0, 17)}${'a'.repeat(46)}`
  expect(ids(cutOff + whole.token)).toEqual([whole.tokenId])
})

test('wherever a text is cut into pieces, each token in it is found once and in its place', () => {
  const [one, two] = [make(), make()]
  const text = Buffer.from(`a\nb ${one.token}\n\n${two.token.replaceAll('_', '%5F')} c\n`)
  const whole = find(text)
  expect(whole.map(({ line }) => line)).toEqual([2, 4])
  for (let cut = 0; cut <= text.length; cut += 1)
    expect(find(text.subarray(0, cut), text.subarray(cut)), `cut at ${cut}`).toEqual(whole)
  expect(find(...text.toString().split(''))).toEqual(whole)
})

test('UTF-16 is read in either order of its bytes, at an odd place, and cut anywhere', () => {
  const { token, tokenId } = make()
  const little = Buffer.from(`\u{FEFF}x\n${token}`, 'utf16le')
  const big = Buffer.from(little).swap16()
  for (const text of [little, big, Buffer.concat([Buffer.from('z'), little])]) {
    expect(find(text)).toMatchObject([{ tokenId, line: 2 }])
    for (let cut = 0; cut <= text.length; cut += 1)
      expect(ids(text.subarray(0, cut), text.subarray(cut)), `cut at ${cut}`).toEqual([tokenId])
  }
})

test('a token between bytes that are no text is found', () => {
  const { token, tokenId } = make()
  const noise = randomBytes(1000)
  expect(find(Buffer.concat([noise, Buffer.from(token), noise]))).toMatchObject([
    { tokenId, offset: 1000 },
  ])
})

test.each([0, 1, 2, 3, 17])(
  'a token in base64 is found behind %i bytes, in either alphabet, in broken lines, cut anywhere',
  (before) => {
    for (const kind of ['u', 's', 'x'] as const)
      for (let made = 0; made < 50; made += 1) {
        const { token, tokenId } = format.make(kind)
        const bytes = Buffer.from(`${'~'.repeat(before)}${token}`)
        const text = bytes.toString('base64')
        const broken = text.replaceAll(/.{76}/g, '$&\r\n')
        for (const written of [text, bytes.toString('base64url'), broken])
          expect(find(`secret: ${written} end`), written).toMatchObject([{ token, tokenId }])
        const cut = 8 + made
        expect(ids(text.slice(0, cut), text.slice(cut))).toEqual([tokenId])
      }
  },
)
