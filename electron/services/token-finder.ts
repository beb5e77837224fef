import type { TokenId } from '../contract/id'
import type { TokenFormat } from '../crypto/types'
import { tokenShapes, type TokenShape } from './token-shapes'

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

const longest = Math.max(...tokenShapes.map((shape) => shape.longest))

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
      const found = tokenShapes.flatMap((shape) => search(text, shape, kept.length))
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
  function search(text: string, { pattern, read }: TokenShape, known: number) {
    const found: { token: string; tokenId: TokenId; at: number }[] = []
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const [written] = match
      const token = read(written)
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
