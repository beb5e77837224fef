import { runTransfer } from '../compose-transfer'
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
