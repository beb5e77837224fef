import type { Entity, StoredRecord } from '../contract/entity'
import type { EntityId, TokenId } from '../contract/id'
import type { CallCount, GatewayData, StoredToken } from '../store/gateway-data'
import type { RefusedRow } from '../services/call-log'

/** What the gateway reads and keeps, in memory; a change to the registry moves the marker. */
export function createMemoryData() {
  const tokens = new Map<TokenId, StoredToken>()
  const entities: Entity[] = []
  const records = new Map<string, StoredRecord>()
  const kept = { counts: [] as CallCount[], refused: [] as RefusedRow[] }
  const reads = { tokens: 0 }
  let marker = 0
  let isBroken = false

  const keyOf = (entityId: EntityId, id: string) => `${entityId}/${id}`

  const data: GatewayData = {
    async findToken(id) {
      if (isBroken) throw new Error('the disk is gone: /secret/path')
      reads.tokens += 1
      const found = tokens.get(id)
      return found ? { ...found } : null
    },
    entities: async () => [...entities],
    changeMarker: () => marker,
    async keep(counts, refused) {
      if (isBroken) throw new Error('the disk is gone: /secret/path')
      kept.counts.push(...counts)
      kept.refused.push(...refused)
    },
    close: () => undefined,
    records: {
      async list(entityId, after, limit) {
        return [...records]
          .filter(([key, { id }]) => key === keyOf(entityId, id) && (after === null || id > after))
          .map(([, record]) => record)
          .toSorted((a, b) => (a.id < b.id ? -1 : 1))
          .slice(0, limit)
      },
      get: async (entityId, id) => records.get(keyOf(entityId, id)) ?? null,
      async insert({ entityId, id, data: fields, at, by }) {
        const record = { id, version: 1, createdAt: at, createdBy: by, updatedAt: at, data: fields }
        records.set(keyOf(entityId, id), record)
        return record
      },
      async replace({ entityId, id, data: fields, at }, ifVersion) {
        const current = records.get(keyOf(entityId, id))
        if (!current) return 'not_found'
        if (ifVersion !== null && ifVersion !== current.version) return 'changed_meanwhile'
        const record = { ...current, version: current.version + 1, updatedAt: at, data: fields }
        records.set(keyOf(entityId, id), record)
        return record
      },
      async delete(entityId, id, ifVersion) {
        const current = records.get(keyOf(entityId, id))
        if (!current) return 'not_found'
        if (ifVersion !== null && ifVersion !== current.version) return 'changed_meanwhile'
        records.delete(keyOf(entityId, id))
        return 'deleted'
      },
    },
  }

  return {
    data,
    tokens,
    entities,
    records,
    kept,
    reads,
    /** As another process's commit does. */
    changed: () => void (marker += 1),
    breakDown: () => void (isBroken = true),
    repair: () => void (isBroken = false),
  }
}
