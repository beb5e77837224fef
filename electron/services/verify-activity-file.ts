import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { createAlignment, mostFaults, type ActivityFault } from './activity-alignment'
import { marksHash, nothingBefore, readActivityLine } from './activity-line'
import { readProof, type Proof, type ProofFault } from './proof-file'
import { rawLines } from './raw-lines'
import { provenFile } from './verify-proof-files'

export type ActivityFileVerdict =
  | {
      is: 'unbroken'
      entries: number
      firstEntry: number | null
      lastEntry: number | null
      /** Null where there is no proof: the lines fit together, and who wrote them is not known. */
      signedBy: string | null
      /** ISO 8601. */
      signedAt: string | null
    }
  | { is: 'tampered'; entries: number; faults: ActivityFault[]; signedBy: string | null }
  | { is: 'proof_refused'; why: ProofFault | 'not_of_activity' | 'lines_wrong' }

/** `lines` holds one mark a line; `facts.lines` is the hash over them, and that is signed. */
const WithLines = z.object({ lines: z.array(z.string()) })

/** Where the proof of an export lies: `activity.jsonl` has `activity.proof.json` beside it. */
export const proofPathOf = (path: string): string => `${path.replace(/\.jsonl$/i, '')}.proof.json`

/**
 * Checks an export of activity with the file and its proof alone, line by line however long it is:
 * no profile, no key. Whose proof it is, only `expectedFingerprint` from elsewhere can tell.
 */
export async function verifyActivityFile(given: {
  path: string
  proofPath?: string
  expectedFingerprint?: string
}): Promise<ActivityFileVerdict> {
  const content = await jsonIn(given.proofPath ?? proofPathOf(given.path), !given.proofPath)
  if (content === undefined) return byItself(given.path)
  const read = readProof(content, given.expectedFingerprint)
  if ('fault' in read) return { is: 'proof_refused', why: read.fault }
  if (read.proof.proves !== 'activity') return { is: 'proof_refused', why: 'not_of_activity' }
  const marks = marksIn(content, read.proof)
  if (marks === null) return { is: 'proof_refused', why: 'lines_wrong' }
  return against(given.path, read.proof, marks)
}

function marksIn(content: unknown, { facts }: Proof): string[] | null {
  const marks = WithLines.safeParse(content).data?.lines
  if (!marks) return null
  const hash = marksHash()
  for (const mark of marks) hash.add(mark)
  return hash.hex() === facts['lines'] ? marks : null
}

async function against(path: string, proof: Proof, marks: string[]): Promise<ActivityFileVerdict> {
  const { faults, take, end } = createAlignment(marks)
  const signedBy = proof.fingerprint
  let lines = 0
  let linked = nothingBefore
  let waiting: ReturnType<typeof readActivityLine> | typeof unreadable = null

  function settle(line: number, after: string | null) {
    if (!waiting) return
    const before = faults.length
    const isWritten = take(line, waiting.mark, after)
    // After another fault the hashes say nothing new.
    if (isWritten && before === 0 && faults.length === 0 && waiting.previous !== linked)
      faults.push({ kind: 'changed', line, entry: waiting.seq })
    linked = waiting.hash
  }

  for await (const { bytes } of rawLines(path)) {
    const line = readActivityLine(bytes)
    settle(lines, line?.mark ?? null)
    lines += 1
    waiting = line ?? unreadable
    if (faults.length >= mostFaults) return { is: 'tampered', entries: lines, faults, signedBy }
  }
  settle(lines, null)
  end(lines)
  if (faults.length === 0 && (await provenFile(path)).sha256 !== proof.files[0]?.sha256)
    faults.push({ kind: 'changed', line: lines, entry: null })
  if (faults.length > 0) return { is: 'tampered', entries: lines, faults, signedBy }
  return {
    is: 'unbroken',
    entries: lines,
    firstEntry: numberIn(proof, 'firstEntry'),
    lastEntry: numberIn(proof, 'lastEntry'),
    signedBy,
    signedAt: proof.at,
  }
}

/** What the lines say about each other; a cut end, or a file written anew, is not seen by that. */
async function byItself(path: string): Promise<ActivityFileVerdict> {
  let entries = 0
  let previous = nothingBefore
  let firstEntry: number | null = null
  let lastEntry: number | null = null
  for await (const { bytes, ended } of rawLines(path)) {
    entries += 1
    const line = readActivityLine(bytes)
    const kind = line === null ? 'unreadable' : line.previous === previous ? null : 'unlinked'
    if (kind !== null || !ended || line === null)
      return {
        is: 'tampered',
        entries,
        faults: [{ kind: kind ?? 'cut_off', line: entries, entry: line?.seq ?? null }],
        signedBy: null,
      }
    previous = line.hash
    firstEntry ??= line.seq
    lastEntry = line.seq
  }
  return { is: 'unbroken', entries, firstEntry, lastEntry, signedBy: null, signedAt: null }
}

/** A line that is none of ours, for which there is no mark. */
const unreadable = { seq: null, previous: '', hash: '', mark: '' }

function numberIn({ facts }: Proof, name: string): number | null {
  const value = facts[name]
  return typeof value === 'number' ? value : null
}

/** Undefined where there is none and none was asked for. */
async function jsonIn(path: string, mayBeMissing: boolean): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) return null
    if (mayBeMissing && (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
