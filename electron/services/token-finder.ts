import type { TokenId } from '../contract/id'
import type { TokenFormat } from '../crypto/types'

/** A token in a text; whoever has this has the secret. */
export type FoundToken = {
  token: string
  tokenId: TokenId
  /** Bytes before it. */
  offset: number
  /** Line breaks before it, plus one. */
  line: number
}

export type TokenFinder = {
  /** The tokens that end in this piece. */
  take(piece: Buffer): FoundToken[]
}

/*
 * Bytes are looked at as Latin-1, where each is one character, so that a binary file is as good as
 * a text. JSON and URLs leave a token as it is, but for over-careful programs that write _ as %5F.
 * In UTF-16 a zero byte stands between two of its characters, whichever half comes first.
 */
const digit = '[0-9A-Za-z]'
const line = String.raw`(?:_|%5[Ff])`
const shapes = [
  { pattern: new RegExp(`kw[usx]${line}${digit}{12}${line}${digit}{49}`, 'g'), longest: 70 },
  {
    pattern: new RegExp(
      `k\\0w\\0[usx]\\0_\\0(?:${digit}\\0){12}_\\0(?:${digit}\\0){48}${digit}`,
      'g',
    ),
    longest: 131,
  },
]
const longest = Math.max(...shapes.map((shape) => shape.longest))

/** Finds tokens in bytes that come piece by piece, wherever they are cut. */
export function createTokenFinder({ parse }: Pick<TokenFormat, 'parse'>): TokenFinder {
  /** The end of what came before: the beginning of a token may be in it. */
  let kept = Buffer.alloc(0)
  let bytesBefore = 0
  let linesBefore = 0

  return {
    take(piece) {
      const bytes = kept.length > 0 ? Buffer.concat([kept, piece]) : piece
      const text = bytes.toString('latin1')
      const found = shapes.flatMap(({ pattern }) => search(text, pattern, kept.length))
      const lines = linesUpTo(bytes)
      const tokens = found
        .toSorted((a, b) => a.at - b.at)
        .map(({ at, ...token }) => ({
          ...token,
          offset: bytesBefore + at,
          line: linesBefore + lines(at) + 1,
        }))
      const from = Math.max(0, bytes.length - (longest - 1))
      kept = Buffer.from(bytes.subarray(from))
      bytesBefore += from
      linesBefore += lines(bytes.length) - linesUpTo(kept)(kept.length)
      return tokens
    },
  }

  /** What ends before `known` was found with the piece before. */
  function search(text: string, pattern: RegExp, known: number) {
    const found: { token: string; tokenId: TokenId; at: number }[] = []
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const [written] = match
      const token = written.replaceAll('\0', '').replaceAll(/%5f/gi, '_')
      const parsed = parse(token)
      // A token that was cut off may have a whole one in its tail.
      if (!parsed) pattern.lastIndex = match.index + 1
      else if (match.index + written.length > known)
        found.push({ token, tokenId: parsed.tokenId, at: match.index })
    }
    return found
  }
}

/** Counts on from where it was asked last; a file of one line has as many bytes to go through. */
function linesUpTo(bytes: Buffer): (end: number) => number {
  let at = 0
  let count = 0
  return (end) => {
    for (; at < end; at += 1) if (bytes[at] === 10) count += 1
    return count
  }
}
