import type { Entity, StoredRecord } from '../contract/entity'
import type { RecordStore } from '../store/gateway-data'
import { validatePatch, validateRecord, type RecordError } from './record-validation'

/** `ifVersions`: the versions the caller accepts to change; null is whatever is there. */
export type IfVersions = number[] | null

export type Saved =
  | { outcome: 'saved'; record: StoredRecord }
  | { outcome: 'invalid'; errors: RecordError[] }
  | { outcome: 'not_found' }
  | { outcome: 'changed_meanwhile' }

export type Removed = 'deleted' | 'not_found' | 'changed_meanwhile'

export type RecordsGiven = { store: RecordStore; now: () => number; newId: () => string }

const mostPatchTries = 3

/** A page ends before the record that would make it larger, but has at least one. */
const mostPageBytes = 4 * 1_048_576

/** Records read at once: of the largest that a record may be, 8 MiB. */
const mostAtOnce = 128

/** What can be done with an entity's records; whether a caller may is judged before. */
export function createRecords({ store, now, newId }: RecordsGiven) {
  return {
    get: (entity: Entity, id: string) => store.get(entity.id, id),

    /** One page, and the id after which the next one begins; null at the end. */
    async page(entity: Entity, after: string | null, limit: number) {
      const items: StoredRecord[] = []
      let bytes = 0
      for (;;) {
        // One more than there is room for tells whether another page follows.
        const wanted = Math.min(mostAtOnce, limit + 1 - items.length)
        const found = await store.list(entity.id, items.at(-1)?.id ?? after, wanted)
        for (const record of found) {
          bytes += Buffer.byteLength(JSON.stringify(record.data))
          const isFull = items.length === limit || bytes > mostPageBytes
          if (isFull && items.length > 0) return { items, next: items.at(-1)!.id }
          items.push(record)
        }
        if (found.length < wanted) return { items, next: null }
      }
    },

    async create(entity: Entity, body: unknown, by: string): Promise<Saved> {
      const valid = validateRecord(entity.fields, body)
      if (!valid.ok) return { outcome: 'invalid', errors: valid.errors }
      const record = { entityId: entity.id, id: newId(), data: valid.data, at: now(), by }
      return { outcome: 'saved', record: await store.insert(record) }
    },

    async replace(entity: Entity, id: string, body: unknown, ifVersions: IfVersions, by: string) {
      const valid = validateRecord(entity.fields, body)
      if (!valid.ok) return invalid(valid.errors)
      const expected = await expectedVersion(entity, id, ifVersions)
      if (typeof expected === 'string') return failed(expected)
      return write(entity, id, valid.data, expected, by)
    },

    /** Read, merge, and write if nobody wrote in between; else again. */
    async patch(
      entity: Entity,
      id: string,
      patch: unknown,
      ifVersions: IfVersions,
      by: string,
    ): Promise<Saved> {
      for (let tries = 0; tries < mostPatchTries; tries++) {
        const current = await store.get(entity.id, id)
        if (!current) return failed('not_found')
        if (ifVersions && !ifVersions.includes(current.version)) return failed('changed_meanwhile')
        const valid = validatePatch(entity.fields, current.data, patch)
        if (!valid.ok) return invalid(valid.errors)
        const saved = await write(entity, id, valid.data, current.version, by)
        if (saved.outcome !== 'changed_meanwhile') return saved
      }
      return failed('changed_meanwhile')
    },

    async remove(entity: Entity, id: string, ifVersions: IfVersions): Promise<Removed> {
      const expected = await expectedVersion(entity, id, ifVersions)
      return typeof expected === 'string' ? expected : store.delete(entity.id, id, expected)
    },
  }

  /** The one version the store is to compare with, out of those that the caller accepts. */
  async function expectedVersion(entity: Entity, id: string, ifVersions: IfVersions) {
    if (ifVersions === null) return null
    const current = await store.get(entity.id, id)
    if (!current) return 'not_found' as const
    return ifVersions.includes(current.version) ? current.version : ('changed_meanwhile' as const)
  }

  async function write(
    entity: Entity,
    id: string,
    data: StoredRecord['data'],
    ifVersion: number | null,
    by: string,
  ): Promise<Saved> {
    const written = await store.replace({ entityId: entity.id, id, data, at: now(), by }, ifVersion)
    return typeof written === 'string' ? failed(written) : { outcome: 'saved', record: written }
  }
}

const invalid = (errors: RecordError[]): Saved => ({ outcome: 'invalid', errors })
const failed = (outcome: 'not_found' | 'changed_meanwhile'): Saved => ({ outcome })

export type Records = ReturnType<typeof createRecords>
