import type { Entity } from '../contract/entity'
import type { EntityId } from '../contract/id'
import type { RecordError, StoredRecord } from '../contract/record'
import type {
  Idempotency,
  KeptAnswer,
  RecordPlace,
  RecordQuery,
  RecordStore,
  RecordWrite,
  WriteObstacle,
} from '../store/gateway-data'
import { conflictError } from './record-conflict'
import { validatePatch, validateRecord, type ValidRecord } from './record-validation'

/** What the store keeps and finds, for the door that asks for it. */
export type { Idempotency, KeptAnswer, RecordPlace, RecordQuery } from '../store/gateway-data'

/** `ifVersions`: the versions the caller accepts to change; null is whatever is there. */
export type IfVersions = number[] | null

export type Saved = { outcome: 'saved'; record: StoredRecord } | NotSaved
export type NotSaved =
  | { outcome: 'invalid'; errors: RecordError[] }
  /** It fits the definition, and collides with another record. */
  | { outcome: 'conflict'; errors: RecordError[] }
  | { outcome: 'not_found' }
  | { outcome: 'changed_meanwhile' }
  | { outcome: 'exists' }

export type Created =
  | { outcome: 'created'; records: StoredRecord[] }
  | { outcome: 'repeated'; answer: KeptAnswer }
  | { outcome: 'key_reused' }
  | NotSaved

export type Removed = 'deleted' | 'not_found' | 'changed_meanwhile'

export type RecordsGiven = {
  store: RecordStore
  now: () => number
  newId: () => string
  /** The entity as it is defined now. */
  currentEntity: (id: EntityId) => Promise<Entity | null>
}

const mostTries = 3

/** A page ends before the record that would make it larger, but has at least one. */
const mostPageBytes = 4 * 1_048_576

/** Records read at once: of the largest that a record may be, 8 MiB. */
const mostAtOnce = 128

/** What can be done with an entity's records; whether a caller may is judged before. */
export function createRecords({ store, now, newId, currentEntity }: RecordsGiven) {
  return {
    get: (entity: Entity, id: string) => store.get(entity.id, id),

    /** One page, and where the next one begins; null at the end. */
    async page(entity: Entity, query: RecordQuery, after: RecordPlace | null, limit: number) {
      const items: StoredRecord[] = []
      let [last, bytes] = [after, 0]
      for (;;) {
        // One more than there is room for tells whether another page follows.
        const wanted = Math.min(mostAtOnce, limit + 1 - items.length)
        const found = await store.list(entity, query, last, wanted)
        for (const { record, place } of found) {
          bytes += Buffer.byteLength(JSON.stringify(record.data))
          const isFull = items.length === limit || bytes > mostPageBytes
          if (isFull && items.length > 0) return { items, next: last }
          items.push(record)
          last = place
        }
        if (found.length < wanted) return { items, next: null }
      }
    },

    create: (entity: Entity, body: unknown, by: string, idempotency?: Idempotency) =>
      byCurrent(entity, (current) => createBy(current, [body], by, onItsOwn, idempotency)),

    /** All of them or none. */
    createMany: (entity: Entity, bodies: unknown[], by: string, idempotency?: Idempotency) =>
      byCurrent(entity, (current) => createBy(current, bodies, by, ofABatch, idempotency)),

    /** With an id that the caller chose, if no record has it. */
    putNew: (entity: Entity, id: string, body: unknown, by: string) =>
      byCurrent(entity, async (current): Promise<Saved | 'again'> => {
        const valid = validateRecord(current, body)
        if (!valid.ok) return { outcome: 'invalid', errors: valid.errors }
        const done = await store.insert([write(current, id, valid.data, by)])
        if (done.outcome === 'inserted') return { outcome: 'saved', record: done.records[0]! }
        return done.outcome === 'repeated' || done.outcome === 'key_reused' ? 'again' : why(done)
      }),

    replace: (entity: Entity, id: string, body: unknown, ifVersions: IfVersions, by: string) =>
      byCurrent(entity, async (current): Promise<Saved | 'again'> => {
        const valid = validateRecord(current, body)
        if (!valid.ok) return { outcome: 'invalid', errors: valid.errors }
        const expected = await expectedVersion(current, id, ifVersions)
        if (typeof expected === 'string') return { outcome: expected }
        return overwrite(write(current, id, valid.data, by), expected)
      }),

    /** Read, merge, and write if nobody wrote in between; else again. */
    patch: (entity: Entity, id: string, patch: unknown, ifVersions: IfVersions, by: string) =>
      byCurrent(entity, async (current): Promise<Saved | 'again'> => {
        const stored = await store.get(current.id, id)
        if (!stored) return { outcome: 'not_found' }
        if (ifVersions && !ifVersions.includes(stored.version))
          return { outcome: 'changed_meanwhile' }
        const valid = validatePatch(current, stored.data, patch)
        if (!valid.ok) return { outcome: 'invalid', errors: valid.errors }
        const saved = await overwrite(write(current, id, valid.data, by), stored.version)
        return saved !== 'again' && saved.outcome === 'changed_meanwhile' ? 'again' : saved
      }),

    async remove(entity: Entity, id: string, ifVersions: IfVersions): Promise<Removed> {
      const expected = await expectedVersion(entity, id, ifVersions)
      return typeof expected === 'string' ? expected : store.delete(entity.id, id, expected)
    },
  }

  /** Once more by the definition of now, when it changed while this was being done. */
  async function byCurrent<T extends { outcome: string }>(
    entity: Entity,
    attempt: (current: Entity) => Promise<T | 'again'>,
  ): Promise<T | { outcome: 'changed_meanwhile' }> {
    let current: Entity | null = entity
    for (let tries = 0; tries < mostTries && current; tries += 1) {
      const done = await attempt(current)
      if (done !== 'again') return done
      current = await currentEntity(entity.id)
    }
    return { outcome: 'changed_meanwhile' }
  }

  async function createBy(
    entity: Entity,
    bodies: unknown[],
    by: string,
    placed: Placed,
    idempotency: Idempotency | undefined,
  ): Promise<Created | 'again'> {
    const valid = bodies.map((body) => validateRecord(entity, body))
    const errors = valid.flatMap((one, index) => (one.ok ? [] : placed(one.errors, index)))
    if (errors.length > 0) {
      // What was saved by the definition of then is not to be called invalid by that of now.
      const repeated = idempotency && (await store.answered(idempotency, now()))
      return repeated ?? { outcome: 'invalid', errors }
    }
    const records = valid.map((one) => write(entity, newId(), dataOf(one), by))
    const done = await store.insert(records, idempotency)
    if (done.outcome === 'inserted') return { outcome: 'created', records: done.records }
    if (done.outcome === 'repeated' || done.outcome === 'key_reused') return done
    const refused = why(done)
    return refused !== 'again' && 'errors' in refused
      ? { ...refused, errors: placed(refused.errors, done.index) }
      : refused
  }

  function write(entity: Entity, id: string, data: StoredRecord['data'], by: string): RecordWrite {
    return { entity, id, data, at: now(), by }
  }

  /** The one version the store is to compare with, out of those that the caller accepts. */
  async function expectedVersion(entity: Entity, id: string, ifVersions: IfVersions) {
    if (ifVersions === null) return null
    const current = await store.get(entity.id, id)
    if (!current) return 'not_found' as const
    return ifVersions.includes(current.version) ? current.version : ('changed_meanwhile' as const)
  }

  async function overwrite(
    record: RecordWrite,
    ifVersion: number | null,
  ): Promise<Saved | 'again'> {
    const written = await store.replace(record, ifVersion)
    if (typeof written === 'string') return { outcome: written }
    return 'outcome' in written ? why(written) : { outcome: 'saved', record: written }
  }
}

function why(obstacle: WriteObstacle): NotSaved | 'again' {
  if (obstacle.outcome === 'definition_changed') return 'again'
  if (obstacle.outcome === 'record_exists') return { outcome: 'exists' }
  return { outcome: 'conflict', errors: [conflictError(obstacle)] }
}

type Placed = (errors: RecordError[], index: number) => RecordError[]

const onItsOwn: Placed = (errors) => errors

/** `#/total` of the fourth record is `#/records/3/total` of the batch. */
const ofABatch: Placed = (errors, index) =>
  errors.map((one) => ({ ...one, pointer: `#/records/${index}${one.pointer.slice(1)}` }))

function dataOf(valid: ValidRecord): StoredRecord['data'] {
  if (!valid.ok) throw new Error('an invalid record was about to be written')
  return valid.data
}

export type Records = ReturnType<typeof createRecords>
