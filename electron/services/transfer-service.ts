import { basename, extname } from 'node:path'
import type { Entity } from '../contract/entity'
import type { EntityId } from '../contract/id'
import type {
  ImportAsked,
  ImportFile,
  RecordsExport,
  Transfer,
  TransferFormat,
} from '../contract/transfer'
import { found } from './accepted'
import type { Actor } from './activity-entry'
import { datedName, type FileChooser } from './csv-file'
import { readImport } from './import-rows'
import { openSource } from './import-source'
import type { Means } from './means'
import { queryOf } from './record-query'
import { Refusal } from './refusal'
import { transferFrom } from './stored-transfer'
import type { CheckOrder, ImportOrder, RunTransfer, TransferOrder } from './transfer-order'
import { createTransferRecord, factsOf } from './transfer-record'
import { createTransfersUnderWay, type UnderWay } from './transfers-under-way'

export type TransferService = ReturnType<typeof createTransferService>

type Given = Pick<Means, 'store' | 'session' | 'now' | 'announce'> & {
  files: FileChooser
  newId: () => string
  /** Somewhere else than on the window's thread. */
  run: RunTransfer
  report: (error: unknown) => void
}

/** Chosen files that are remembered; a session seldom has so many. */
const mostChosen = 20

/** Records into files and out of them, one at a time: each may keep a disk busy on its own. */
export function createTransferService(given: Given) {
  const { store, session, files, now, announce, newId, run, report } = given
  const chosen = new Map<string, { path: string; entityId: EntityId; format: TransferFormat }>()
  const underWay = createTransfersUnderWay({ run, now, announce, report })
  let isClosing = false
  const { entry, settle } = createTransferRecord({ store, now, isClosing: () => isClosing })

  const entityOf = async (id: EntityId) => found(await store.entities.get(id))

  async function list(entityId: EntityId): Promise<Transfer[]> {
    const ours = underWay.list()
    const waiting = (await store.imports.list(entityId)).filter(({ id }) => !underWay.get(id))
    return [
      ...ours.filter((one) => one.entityId === entityId),
      ...waiting.map(transferFrom),
    ].toSorted((a, b) => b.startedAt - a.startedAt)
  }

  async function exportRecords(asked: RecordsExport): Promise<{ id: string } | null> {
    const actor = await session.actor()
    const entity = await entityOf(asked.entityId)
    const { format, withSensitive } = asked
    const query = { ...queryOf(entity, asked), search: asked.search }
    const { total } = await store.records.list(entity, {
      ...asked,
      where: query.where,
      page: 0,
      pageSize: 1,
    })
    const path = await files.chooseToWrite(datedName(entity.name, now(), format))
    if (path === null) return null
    const order = {
      kind: 'export',
      entity,
      query,
      format,
      withSensitive,
      path,
      totalRows: total,
    } as const
    return underWay.alone(async () =>
      begin(newId(), order, actor, { file: basename(path), totalRows: total, mode: null }),
    )
  }

  async function choose(entityId: EntityId): Promise<ImportFile | null> {
    await session.actor()
    const entity = await entityOf(entityId)
    const path = await files.chooseRecords()
    if (path === null) return null
    const format = /^\.(?:ndjson|jsonl)$/i.test(extname(path)) ? 'ndjson' : 'csv'
    const source = await openSource(path)
    try {
      const { map, delimiter } = await readImport(source, format, entity)
      const fileId = newId()
      chosen.set(fileId, { path, entityId, format })
      if (chosen.size > mostChosen) chosen.delete(chosen.keys().next().value!)
      return { fileId, name: source.name, bytes: source.bytes, format, delimiter, ...map }
    } finally {
      await source.close()
    }
  }

  async function check({ fileId, mode, key }: ImportAsked): Promise<{ id: string }> {
    const actor = await session.actor()
    const { path, entityId, format } = found(chosen.get(fileId) ?? null)
    const entity = await entityOf(entityId)
    const order: CheckOrder = { kind: 'check', entity, path, format, mode, key, by: actor.name }
    return begin(newId(), order, actor, { file: basename(path), totalRows: null, mode })
  }

  async function start(checkId: string): Promise<{ id: string }> {
    const actor = await session.actor()
    const checked = underWay.get(checkId)
    if (checked?.order.kind !== 'check' || !isFaultless(checked) || checked.hash === null)
      throw new Refusal('import_check_needed')
    const { order, transfer, hash } = checked
    const entity = await entityOf(order.entity.id)
    // The dry run said what becomes of the rows by that definition, and by no other.
    if (entity.version !== order.entity.version) throw new Refusal('import_entity_changed')
    underWay.forget(checkId)
    const { path, format, mode, key } = order
    const begun = {
      id: newId(),
      entityId: entity.id,
      file: transfer.file,
      path,
      hash,
      format,
      mode,
      key,
      totalRows: transfer.rows,
      startedAt: now(),
      startedBy: actor.name,
    }
    await store.imports.begin(
      begun,
      entry('import.started', actor, entity, {
        file: begun.file,
        mode,
        key,
        rows: begun.totalRows,
        sha256: hash,
      }),
    )
    announce('activity')
    return beginImport({ ...begun, counts: { created: 0, replaced: 0, skipped: 0 } }, entity, actor)
  }

  async function resume(id: string): Promise<void> {
    const actor = await session.actor()
    const stored = found(await store.imports.get(id))
    const entity = await entityOf(stored.entityId)
    found(
      await store.imports.settle(
        id,
        { state: 'running', failure: null, faults: [], at: now() },
        (last) => entry('import.resumed', actor, entity, factsOf(last)),
      ),
    )
    announce('activity')
    beginImport(stored, entity, actor)
  }

  async function discard(id: string): Promise<void> {
    const actor = await session.actor()
    if (underWay.get(id)?.running) throw new Refusal('transfer_running')
    const stored = await store.imports.get(id)
    if (stored) {
      const entity = await entityOf(stored.entityId)
      await store.imports.end(id, (last) => entry('import.discarded', actor, entity, factsOf(last)))
    }
    underWay.forget(id)
    announce('transfers', 'activity')
  }

  /** Resolves when it stands still; what was written until then stays. */
  async function cancelImport(id: string): Promise<void> {
    await session.actor()
    const one = underWay.get(id)
    if (one?.order.kind === 'export') throw new Refusal('not_found')
    await underWay.stop(id)
    if (one?.order.kind === 'check') underWay.forget(id)
    announce('transfers')
  }

  /** One that is over is forgotten. */
  async function cancelExport(id: string): Promise<void> {
    await session.actor()
    const one = underWay.get(id)
    if (one && one.order.kind !== 'export') throw new Refusal('not_found')
    if (one?.running) await underWay.stop(id)
    else underWay.forget(id)
    announce('transfers')
  }

  /** Runs stay as they are, to be resumed at the next start. */
  async function close(): Promise<void> {
    isClosing = true
    await underWay.stopAll()
  }

  function beginImport(
    stored: ImportOrder['run'] & { file: string },
    entity: Entity,
    actor: Actor,
  ) {
    const { id, path, hash, format, mode, key, counts, totalRows, file } = stored
    const order: ImportOrder = {
      kind: 'import',
      entity,
      run: { id, path, hash, format, mode, key, counts, totalRows },
      by: actor.name,
    }
    return begin(id, order, actor, { file, totalRows, mode })
  }

  const begin = (
    id: string,
    order: TransferOrder,
    actor: Actor,
    shown: Pick<Transfer, 'file' | 'totalRows' | 'mode'>,
  ): { id: string } =>
    underWay.begin(id, order, shown, (ended) => settle(order, shown.file, ended, actor))

  return {
    list,
    exportRecords,
    choose,
    check: (asked: ImportAsked) => underWay.alone(() => check(asked)),
    start: (checkId: string) => underWay.alone(() => start(checkId)),
    resume: (id: string) => underWay.alone(() => resume(id)),
    discard,
    cancelImport,
    cancelExport,
    close,
  }
}

const isFaultless = ({ transfer }: UnderWay) =>
  transfer.state === 'done' && transfer.faults.length === 0 && transfer.counts.refused === 0
