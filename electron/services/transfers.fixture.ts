import { runTransfer } from '../compose-transfer'
import type { EntityId } from '../contract/id'
import type { Transfer } from '../contract/transfer'
import type { House } from './house.fixture'
import type { RunTransfer, TransferOrder } from './transfer-order'

/** Called at each step, so that a test can do something between two chunks. */
export type AtStep = (rows: number, order: TransferOrder) => void

/** Runs transfers on the test's own thread, over the same connections and code as the worker. */
export const runHere =
  (given: { folder: string; clockOffset: number; atStep?: AtStep }): RunTransfer =>
  (order, progress) => {
    let isCancelled = false
    const ended = runTransfer(
      { ...given, order },
      {
        isCancelled: () => isCancelled,
        progress: (now) => {
          progress({ ...now, counts: { ...now.counts } })
          given.atStep?.(now.rows, order)
        },
      },
    )
    return { ended, cancel: () => void (isCancelled = true) }
  }

/** Waits until a transfer of this entity is over, and tells how it ended. */
export async function transferOver(
  house: House,
  entityId: EntityId,
  id: string,
): Promise<Transfer> {
  for (;;) {
    const one = (await house.transfers.list(entityId)).find((each) => each.id === id)
    if (!one) throw new Error('the transfer is gone')
    if (one.state !== 'running') return one
    await new Promise((next) => setImmediate(next))
  }
}
