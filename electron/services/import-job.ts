import { setTimeout as pause } from 'node:timers/promises'
import { transferLimits, type RowCounts, type RowFault } from '../contract/transfer'
import type { TransferData } from '../store/transfer-data'
import { isUsable } from './import-columns'
import { readImport, type ImportRow } from './import-rows'
import { createImportRules, obstacleError, placed } from './import-rules'
import { openSource, type ImportSource } from './import-source'
import { Refusal } from './refusal'
import {
  noCounts,
  type CheckOrder,
  type ImportOrder,
  type TransferEnd,
  type TransferSignals,
} from './transfer-order'

export type JobMeans = { data: TransferData; now: () => number; newId: () => string }

/** Rows that are written in one transaction; where a run stands is kept with them. */
export const chunkRows = 1_000

/** Fewer rows where they are large: the gateway would wait for all of them, and so would a cancel. */
const chunkBytes = 4 * 1_048_576

/**
 * The gateway writes too, and waits for a chunk to be over. SQLite looks every 100 milliseconds
 * whether it is; a shorter turn was missed so often that calls waited for seconds.
 */
const turnMilliseconds = 110

/** Every row as the import would take it, to the end of the file or of anybody's patience. */
export async function checkImport(
  { entity, path, format, mode, key, by }: CheckOrder,
  { data, now, newId }: JobMeans,
  { isCancelled, progress }: TransferSignals,
): Promise<TransferEnd> {
  const source = await openSource(path)
  try {
    const counts = { ...noCounts }
    const faults: RowFault[] = []
    let rows = 0
    const end = (over: Partial<TransferEnd>): TransferEnd => ({
      state: 'done',
      rows,
      part: 1,
      counts,
      failure: null,
      faults: faults.slice(0, transferLimits.faults),
      hash: source.hash(),
      ...over,
    })

    const { map, rows: batches } = await readImport(source, format, entity)
    if (!isUsable(map, mode)) throw new Refusal('import_columns')
    if (mode !== 'add' && !map.keys.includes(key)) throw new Refusal('import_key_unfit')
    const rules = createImportRules({ entity, mode, key, by, now, newId })

    const reading = inChunks(batches, source.position)
    for (;;) {
      const next = await reading.next()
      if (next.done) {
        if (next.value !== null) {
          faults.push({ ...next.value, pointer: '#' })
          counts.refused += 1
        }
        break
      }
      if (isCancelled()) return end({ state: 'cancelled', part: 0 })
      const outcomes = data.rehearse(entity, next.value, rules)
      if (outcomes === 'definition_changed') throw new Refusal('import_entity_changed')
      for (const [place, one] of outcomes.entries()) {
        const { line } = next.value[place]!
        if (one.outcome === 'create') counts.created += 1
        else if (one.outcome === 'replace') counts.replaced += 1
        else if (one.outcome === 'skip') counts.skipped += 1
        else {
          counts.refused += 1
          if (faults.length < transferLimits.faults)
            faults.push(
              ...placed(line, 'faults' in one ? one.faults : [obstacleError(one.obstacle)]),
            )
        }
      }
      rows += outcomes.length
      if (rows > transferLimits.rows)
        throw new Refusal('import_too_many_rows', undefined, { rows: transferLimits.rows })
      progress({ rows, part: Math.min(1, source.position() / source.bytes), counts })
    }
    if (!(await source.isUnchanged())) throw new Refusal('import_file_changed')
    if (rows === 0 && faults.length === 0) throw new Refusal('import_empty')
    return end({})
  } finally {
    await source.close()
  }
}

/** From behind the last row that is kept. A row in the way stops it before its chunk. */
export async function runImport(
  { entity, run, by }: ImportOrder,
  { data, now, newId }: JobMeans,
  { isCancelled, progress }: TransferSignals,
): Promise<TransferEnd> {
  const source = await openSource(run.path)
  try {
    await assertSameFile(source, run.hash)
    const counts: RowCounts = { ...run.counts, refused: 0 }
    let rows = rowsOf(counts)
    const part = () => (run.totalRows === 0 ? 1 : rows / run.totalRows)
    const end = (over: Partial<TransferEnd>): TransferEnd => ({
      state: 'done',
      rows,
      part: part(),
      counts,
      failure: null,
      faults: [],
      hash: run.hash,
      ...over,
    })

    const { map, rows: batches } = await readImport(source, run.format, entity)
    if (!isUsable(map, run.mode))
      return end({ state: 'stopped', failure: { code: 'import_columns' } })
    const rules = createImportRules({ ...run, entity, by, now, newId })
    const reading = inChunks(batches, source.position, rows)
    for (;;) {
      const next = await reading.next()
      if (isCancelled()) return end({ state: 'cancelled' })
      if (next.done) {
        if (next.value === null) return end({})
        const faults = [{ ...next.value, pointer: '#' }]
        return end({ state: 'stopped', failure: { code: 'import_rows_refused' }, faults })
      }
      if (!(await source.isUnchanged()))
        return end({ state: 'stopped', failure: { code: 'import_file_changed' } })
      const at = now()
      const written = data.write({ id: run.id, rowsBefore: rows, at }, entity, next.value, rules)
      if (written.outcome === 'definition_changed')
        return end({ state: 'stopped', failure: { code: 'import_entity_changed' } })
      if (written.outcome !== 'written') {
        const { line } = next.value[written.index]!
        const faults =
          written.outcome === 'refuse' ? written.faults : [obstacleError(written.obstacle)]
        return end({
          state: 'stopped',
          failure: { code: 'import_rows_refused', detail: { line } },
          faults: placed(line, faults),
        })
      }
      for (const what of ['created', 'replaced', 'skipped'] as const)
        counts[what] += written.counts[what]
      rows = rowsOf(counts)
      progress({ rows, part: part(), counts })
      await pause(turnMilliseconds)
    }
  } finally {
    await source.close()
  }
}

const rowsOf = ({ created, replaced, skipped }: RowCounts) => created + replaced + skipped

async function assertSameFile(source: ImportSource, hash: string) {
  for await (const _ of source.pieces());
  if (source.hash() !== hash) throw new Refusal('import_file_changed')
}

/** Chunks of one size, whatever the pieces of the file hold, behind the first `skipped` rows. */
async function* inChunks<Ended>(
  batches: AsyncGenerator<ImportRow[], Ended>,
  position: () => number,
  skipped = 0,
): AsyncGenerator<ImportRow[], Ended> {
  let waiting: ImportRow[] = []
  let left = skipped
  let began = 0
  for (;;) {
    const next = await batches.next()
    if (next.done) {
      if (waiting.length > 0) yield waiting
      return next.value
    }
    const fresh = left > 0 ? next.value.slice(left) : next.value
    left = Math.max(0, left - next.value.length)
    if (waiting.length === 0) began = position()
    waiting.push(...fresh)
    while (waiting.length >= chunkRows) {
      yield waiting.splice(0, chunkRows)
      began = position()
    }
    if (position() - began >= chunkBytes) yield waiting.splice(0)
  }
}
