import {
  closeSync,
  constants,
  createReadStream,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Seals } from '../crypto/types'
import type { Anchor } from './registry'

export const anchorFileName = 'activity-anchors.jsonl'

type AnchorLine = { entry: number; at: number; mac: string; previous: string | null; seal: string }
export type ReadAnchor = { line: number } & (
  { anchor: Anchor; fault: 'gap' | null } | { anchor: null; fault: 'foreign' }
)

/** Room for some anchors; one is a quarter of this. */
const endBytes = 2_048

/** Anchors beside the database, one a line: whoever cuts the log has to cut this file too. */
export function createAnchorFile({ folder, seal }: { folder: string; seal: Seals['anchor'] }) {
  const path = join(folder, anchorFileName)
  const sealOf = (previous: string | null, anchor: Anchor) => seal(previous, anchor).toString('hex')

  function genuine(text: string): { anchor: Anchor; line: AnchorLine } | null {
    const line = lineIn(text)
    if (line === null) return null
    const anchor = { seq: line.entry, at: line.at, mac: Buffer.from(line.mac, 'hex') }
    return sealOf(line.previous, anchor) === line.seal ? { anchor, line } : null
  }

  const newest = () => linesAtEnd(path).toReversed().map(genuine).find(Boolean) ?? null

  return {
    isThere: () => existsSync(path),

    begin: () => closeSync(openSync(path, 'a', 0o600)),

    newest: (): Anchor | null => newest()?.anchor ?? null,

    /** Never makes the file: that it is gone would not be noticed any more. */
    append(anchor: Anchor): void {
      if (!existsSync(path)) return
      const previous = newest()?.line.seal ?? null
      const line: AnchorLine = {
        entry: anchor.seq,
        at: anchor.at,
        mac: anchor.mac.toString('hex'),
        previous,
        seal: sealOf(previous, anchor),
      }
      const file = openSync(path, constants.O_RDWR | constants.O_APPEND)
      try {
        // A line that a power failure cut short ends here.
        writeSync(file, `${endsLine(file) ? '' : '\n'}${JSON.stringify(line)}\n`)
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
    },

    /** All of them, oldest first. An anchor must follow one that was read: two programs may write. */
    async *read(): AsyncGenerator<ReadAnchor> {
      if (!existsSync(path)) return
      const seen = new Set<string | null>([null])
      let line = 0
      for await (const text of createInterface({ input: createReadStream(path) })) {
        line += 1
        if (text === '') continue
        const read = genuine(text)
        if (read === null) yield { line, anchor: null, fault: 'foreign' }
        else {
          const follows = seen.has(read.line.previous)
          seen.delete(null)
          seen.add(read.line.seal)
          yield { line, anchor: read.anchor, fault: follows ? null : 'gap' }
        }
      }
    },
  }
}

export type AnchorFile = ReturnType<typeof createAnchorFile>

function lineIn(text: string): AnchorLine | null {
  try {
    const { entry, at, mac, previous, seal } = JSON.parse(text) as Record<string, unknown>
    const isSound =
      Number.isSafeInteger(entry) &&
      Number.isSafeInteger(at) &&
      [mac, seal].every((one) => typeof one === 'string') &&
      (previous === null || typeof previous === 'string')
    return isSound ? ({ entry, at, mac, previous, seal } as AnchorLine) : null
  } catch {
    return null
  }
}

function linesAtEnd(path: string): string[] {
  if (!existsSync(path)) return []
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const end = Buffer.alloc(Math.min(size, endBytes))
    readSync(file, end, 0, end.length, size - end.length)
    return end.toString('utf8').split('\n')
  } finally {
    closeSync(file)
  }
}

function endsLine(file: number): boolean {
  const { size } = fstatSync(file)
  if (size === 0) return true
  const last = Buffer.alloc(1)
  readSync(file, last, 0, 1, size - 1)
  return last[0] === 0x0a
}
