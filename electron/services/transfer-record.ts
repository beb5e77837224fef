import type { ActivityAction, Facts } from '../contract/activity'
import type { Entity } from '../contract/entity'
import type { Registry } from '../store/registry'
import type { ImportRun } from '../store/transfer-data'
import { activityEntry, entitySubject, type Actor } from './activity-entry'
import type { ImportOrder, TransferEnd, TransferOrder } from './transfer-order'

type Given = {
  store: Pick<Registry, 'activity' | 'imports'>
  now: () => number
  /** Whether Keyward is about to end, and takes what runs along. */
  isClosing: () => boolean
}

/** What goes onto the record about imports and exports, and how each ended. */
export function createTransferRecord({ store, now, isClosing }: Given) {
  const entry = (action: ActivityAction, actor: Actor, entity: Entity, after: Facts) =>
    activityEntry({ at: now(), actor, action, subject: entitySubject(entity), after })

  /** A dry run leaves nothing behind. */
  async function settle(order: TransferOrder, file: string, ended: TransferEnd, actor: Actor) {
    if (order.kind === 'import') return settleImport(order, ended, actor)
    if (order.kind !== 'export' || ended.state !== 'done') return
    const { entity, withSensitive } = order
    await store.activity.append(
      entry('list.exported', actor, entity, { file, rows: ended.rows, withSensitive }),
    )
  }

  async function settleImport(
    { entity, run: { id } }: ImportOrder,
    ended: TransferEnd,
    actor: Actor,
  ) {
    const { state, failure, faults } = ended
    if (state === 'done') {
      await store.imports.end(id, (last) => entry('import.finished', actor, entity, factsOf(last)))
      return
    }
    // The next start finds it running and nobody there: interrupted.
    if (isClosing() && state === 'cancelled') return
    await store.imports.settle(id, { state, failure, faults, at: now() }, (last) =>
      entry(state === 'cancelled' ? 'import.cancelled' : 'import.stopped', actor, entity, {
        ...factsOf(last),
        ...(failure && { reason: failure.code }),
        ...(faults[0] && { line: faults[0].line }),
      }),
    )
  }

  return { entry, settle }
}

export const factsOf = ({ file, counts, totalRows }: ImportRun): Facts => ({
  file,
  ...counts,
  rows: totalRows,
})
