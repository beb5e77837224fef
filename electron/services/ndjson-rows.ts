import type { RowsFault } from './csv-rows'

export type TextLine = { line: number; text: string }

const longestBytes = 1_048_576
const lineFeed = 0x0a

/** The lines of a text file without those that are blank, as many at once as a piece of it holds. */
export async function* textLines(
  pieces: AsyncIterable<Buffer>,
): AsyncGenerator<TextLine[], RowsFault | null> {
  let rest: Buffer = Buffer.alloc(0)
  let number = 0
  const lineFrom = (bytes: Buffer): TextLine[] => {
    number += 1
    const text = bytes.toString('utf8').replace(number === 1 ? /^\u{FEFF}/u : /^$/u, '')
    return text.trim() === '' ? [] : [{ line: number, text }]
  }
  for await (const piece of pieces) {
    let bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece
    const lines: TextLine[] = []
    for (let end = bytes.indexOf(lineFeed); end !== -1; end = bytes.indexOf(lineFeed)) {
      lines.push(...lineFrom(bytes.subarray(0, end)))
      bytes = bytes.subarray(end + 1)
    }
    if (lines.length > 0) yield lines
    if (bytes.length > longestBytes)
      return {
        line: number + 1,
        code: 'too_large',
        detail: 'The line is longer than 1 MiB. Each record stands on a line of its own.',
      }
    rest = Buffer.from(bytes)
  }
  const last = lineFrom(rest)
  if (last.length > 0) yield last
  return null
}
