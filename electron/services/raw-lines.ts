import { createReadStream } from 'node:fs'

const lineFeed = 0x0a
/** Longer is no line of ours, and not worth the memory. */
const longestBytes = 16 * 1_048_576

/**
 * The lines of a file byte for byte, without what ends them. The last one is told apart: where it
 * has no end, something may be missing.
 */
export async function* rawLines(path: string): AsyncGenerator<{ bytes: Buffer; ended: boolean }> {
  let parts: Buffer[] = []
  let waiting = 0
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0
    for (let end = piece.indexOf(lineFeed); end !== -1; end = piece.indexOf(lineFeed, from)) {
      parts.push(piece.subarray(from, end))
      yield { bytes: Buffer.concat(parts), ended: true }
      parts = []
      waiting = 0
      from = end + 1
    }
    parts.push(piece.subarray(from))
    waiting += piece.length - from
    if (waiting > longestBytes) break
  }
  if (waiting > 0) yield { bytes: Buffer.concat(parts), ended: false }
}
