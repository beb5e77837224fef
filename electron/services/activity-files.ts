import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { ActivityEntry } from '../contract/activity'
import type { Signing } from '../crypto/types'
import type { Anchor } from '../store/registry'
import { createActivityWriter } from './activity-writer'
import { csvOf, type CsvRow } from './csv-file'
import { makeProof, type Proof } from './proof-file'
import { assertFreeForProof } from './proof-place'
import { proofPathOf } from './verify-activity-file'
import { orRemove, writeWhole } from './whole-file'

/** Pieces of what is exported; whoever hands them out counts them, and may stop. */
type Pieces = AsyncIterable<ActivityEntry[]>

const columns = [
  'entry',
  'at',
  'actor_id',
  'actor',
  'action',
  'object_kind',
  'object_id',
  'object',
  'before',
  'after',
  'group',
]

export async function writeActivityCsv(path: string, pieces: Pieces): Promise<void> {
  async function* rows() {
    for await (const piece of pieces) for (const entry of piece) yield rowOf(entry)
  }
  await writeWhole(path, rows(), csvOf(columns))
}

const rowOf = (entry: ActivityEntry): CsvRow => ({
  entry: entry.seq,
  at: new Date(entry.at).toISOString(),
  actor_id: entry.actorId,
  actor: entry.actorName,
  action: entry.action,
  object_kind: entry.subjectKind,
  object_id: entry.subjectId,
  object: entry.subjectName,
  before: entry.before && JSON.stringify(entry.before),
  after: entry.after && JSON.stringify(entry.after),
  group: entry.group,
})

/**
 * The entries as lines, and beside them their proof, which is an anchor of the log as well: that it
 * had this entry as its last is signed, and lies wherever the export is taken to.
 */
export async function writeActivityLines(given: {
  path: string
  pieces: Pieces
  signing: Signing
  anchor: Anchor | null
  isFiltered: boolean
  at: () => number
}): Promise<{ sha256: string }> {
  const { path, pieces, signing, anchor, isFiltered, at } = given
  const proofPath = proofPathOf(path)
  await assertFreeForProof(proofPath)
  const writer = createActivityWriter()
  const hash = createHash('sha256')
  let bytes = 0

  async function* lines() {
    for await (const piece of pieces) {
      const text = Buffer.from(piece.map((entry) => writer.line(entry)).join(''), 'utf8')
      hash.update(text)
      bytes += text.length
      yield text
    }
  }

  await writeWhole(path, lines())
  const sha256 = hash.digest('hex')
  const proof = makeProof({
    proves: 'activity',
    files: [{ name: basename(path), bytes, sha256 }],
    facts: {
      ...writer.facts(),
      filtered: isFiltered,
      newestEntry: anchor?.seq ?? null,
      newestAt: anchor && new Date(anchor.at).toISOString(),
      newestMac: anchor && anchor.mac.toString('hex'),
    },
    at: at(),
    signing,
  })
  await orRemove([path], () => writeWhole(proofPath, proofText(proof, writer.marks)))
  return { sha256 }
}

const marksAtOnce = 10_000

/** With one mark a line, for naming a line that was changed; they are signed through their hash. */
async function* proofText(proof: Proof, marks: string[]) {
  yield `${JSON.stringify(proof, null, 2).slice(0, -2)},\n  "lines": [`
  for (let from = 0; from < marks.length; from += marksAtOnce) {
    const some = marks.slice(from, from + marksAtOnce)
    yield `${from === 0 ? '' : ','}\n${some.map((mark) => `    ${JSON.stringify(mark)}`).join(',\n')}`
  }
  yield '\n  ]\n}\n'
}
