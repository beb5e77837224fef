import Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Entity } from '../contract/entity'
import type { Field } from '../contract/field'
import type { TokenId } from '../contract/id'
import type { StoredRecord } from '../contract/record'
import { createSeals, deriveKeys } from '../crypto/keys'
import type {
  CallCount,
  ClientCount,
  GatewayData,
  RefusedRow,
  StoredClient,
  StoredToken,
} from '../store/gateway-data'
import { createSqliteGatewayData } from '../store/sqlite/sqlite-gateway-data'
import { createSqliteRegistry } from '../store/sqlite/sqlite-registry'

const { chain, anchor } = createSeals(deriveKeys(Buffer.alloc(32, 7)))

export type EntityGiven = Partial<Omit<Entity, 'fields'>> & { fields: Omit<Field, 'id'>[] }

/**
 * Tokens and what is counted, in memory, where a test can turn them as it likes; entities and
 * records in real files. A change to the registry moves the marker.
 */
export function createGatewayFiles() {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-gateway-'))
  const registry = createSqliteRegistry({ folder, chain, anchor })
  const sqlite = createSqliteGatewayData({ folder })
  const file = new Database(join(folder, 'gateway.db'))
  onTestFinished(() => {
    file.close()
    sqlite.close()
    registry.close()
    rmSync(folder, { recursive: true })
  })
  const tokens = new Map<TokenId, StoredToken>()
  const clients = new Map<string, StoredClient>()
  const kept = {
    counts: [] as CallCount[],
    refused: [] as RefusedRow[],
    clients: [] as ClientCount[],
  }
  const reads = { tokens: 0, clients: 0 }
  let marker = 0
  let isBroken = false

  const data: GatewayData = {
    async findToken(id) {
      if (isBroken) throw new Error('the disk is gone: /secret/path')
      reads.tokens += 1
      const found = tokens.get(id)
      return found ? { ...found } : null
    },
    async findClient(id) {
      if (isBroken) throw new Error('the disk is gone: /secret/path')
      reads.clients += 1
      const found = clients.get(id)
      return found ? { ...found } : null
    },
    entities: sqlite.entities,
    routeSets: sqlite.routeSets,
    seenClock: sqlite.seenClock,
    changeMarker: () => {
      if (isBroken) throw new Error('the disk is gone: /secret/path')
      return marker
    },
    async keep(counts, refused, _unlisted, asked = []) {
      if (isBroken) throw new Error('the disk is gone: /secret/path')
      kept.counts.push(...counts)
      kept.refused.push(...refused)
      kept.clients.push(...asked)
    },
    beginObservation: () => undefined,
    observed: () => undefined,
    close: () => undefined,
    records: { ...sqlite.records },
  }

  /** As main makes one. */
  async function addEntity(
    name: string,
    { fields, title = name, ...rules }: EntityGiven,
  ): Promise<Entity> {
    const entity = await registry.entities.insert(
      {
        idempotencyKey: 'optional',
        ifMatch: 'optional',
        maxRecordBytes: 65_536,
        ...rules,
        name,
        title,
        fields,
        at: 0,
      },
      () => told,
    )
    if (typeof entity === 'string') throw new Error(entity)
    marker += 1
    return entity
  }

  /** As main gives it another title. */
  async function retitle(entity: Entity, title: string) {
    const changed = { ...entity, title, ifVersion: entity.version, check: null }
    const done = await registry.entities.update(changed, told)
    if (typeof done === 'string') throw new Error(done)
    marker += 1
  }

  return {
    data,
    registry,
    retitle,
    tokens,
    clients,
    kept,
    reads,
    addEntity,
    rows: (sql: string) => file.prepare<unknown[], Record<string, unknown>>(sql).all(),
    /** Every record there is, in the order of their ids. */
    records: (): (StoredRecord & { entityId: number })[] =>
      file
        .prepare<[], Record<string, unknown>>('select * from record order by entity_id, id')
        .all()
        .map((row) => ({
          entityId: row.entity_id as number,
          id: row.id as string,
          version: row.version as number,
          createdAt: row.created_at as number,
          createdBy: row.created_by as string,
          updatedAt: row.updated_at as number,
          data: JSON.parse(row.data as string) as StoredRecord['data'],
        })),
    /** As another process's commit does. */
    changed: () => void (marker += 1),
    breakDown: () => void (isBroken = true),
    repair: () => void (isBroken = false),
  }
}

const told = {
  at: 0,
  actorId: null,
  actorName: 'Ada Lovelace',
  action: 'entity.created',
  subjectKind: 'entity',
  subjectId: '1',
  subjectName: 'Entity',
  concernsUserId: null,
  before: null,
  after: null,
} as const
