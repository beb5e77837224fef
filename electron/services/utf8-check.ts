import { isUtf8 } from 'node:buffer'

/** What a file of text may not hold, and the first byte of it, counted from 0. */
export type EncodingFault = { problem: 'utf16' | 'not_text' | 'not_utf8'; offset: number }

/**
 * Looks at a file piece by piece. A character may be cut in two between pieces, so its beginning is
 * kept until the next one.
 */
export function createUtf8Check() {
  let rest = Buffer.alloc(0)
  let at = 0

  /** Null where all is well so far; `last` when nothing follows. */
  return (piece: Buffer, last = false): EncodingFault | null => {
    if (
      at === 0 &&
      rest.length === 0 &&
      (startsWith(piece, 0xff, 0xfe) || startsWith(piece, 0xfe, 0xff))
    )
      return { problem: 'utf16', offset: 0 }
    const nul = piece.indexOf(0)
    if (nul !== -1) return { problem: 'not_text', offset: at + rest.length + nul }
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece
    const whole = last ? bytes.length : bytes.length - cutOff(bytes)
    if (!isUtf8(bytes.subarray(0, whole)))
      return { problem: 'not_utf8', offset: at + firstBad(bytes.subarray(0, whole)) }
    rest = Buffer.from(bytes.subarray(whole))
    at += whole
    return null
  }
}

const startsWith = (piece: Buffer, one: number, other: number) =>
  piece[0] === one && piece[1] === other

/** How many bytes at the end begin a character that is not whole yet. */
function cutOff(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < lengthFrom(byte) ? back : 0
  }
  return 0
}

const lengthFrom = (first: number) => (first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2)

function firstBad(bytes: Buffer): number {
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at]!
    const length = byte < 0x80 ? 1 : lengthFrom(byte)
    if (!isUtf8(bytes.subarray(at, at + length))) return at
    at += length
  }
  return at
}
