import { setImmediate } from 'node:timers/promises'
import type { Entity, Offender } from '../contract/entity'
import type { StoredRecord } from '../contract/record'
import type { Registry } from '../store/registry'
import { validateRecord } from './record-validation'

const chunkSize = 100
const mostOffenders = 100

/**
 * Goes through all records of an entity by its stricter fields: which of them do not fit? Keys that
 * the stricter fields need are made on the way. Small pieces, for the window lives on this thread.
 */
export async function offendersOf(
  entity: Entity,
  records: Pick<Registry['records'], 'chunk' | 'addKeys'>,
  isWanted: () => boolean,
): Promise<Offender[]> {
  const offenders: Offender[] = []
  let afterId: string | null = null
  while (isWanted() && offenders.length < mostOffenders) {
    const chunk: StoredRecord[] = await records.chunk(entity.id, afterId, chunkSize)
    if (chunk.length === 0) break
    offenders.push(...chunk.flatMap((record) => faultsOf(entity, record)))
    const collided = await records.addKeys(
      entity,
      chunk.map((record) => record.id),
    )
    offenders.push(
      ...collided.map(({ id, field }) => ({ recordId: id, field, code: 'not_unique' })),
    )
    afterId = chunk.at(-1)!.id
    await setImmediate()
  }
  return offenders.slice(0, mostOffenders)
}

function faultsOf({ check }: Entity, { id, data }: StoredRecord): Offender[] {
  // A default fills in new records; an old one without a value stays without.
  const fields = (check?.fields ?? []).map(({ default: _none, ...field }) => field)
  const valid = validateRecord({ fields, check: null, maxRecordBytes: Infinity }, data)
  if (valid.ok) return []
  return valid.errors.map(({ pointer, code }) => ({
    recordId: id,
    field: decodeURIComponent(pointer.slice(2)),
    code,
  }))
}
