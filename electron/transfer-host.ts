import type { Worker } from 'node:worker_threads'
import { faultText } from './fault-text'
import {
  noCounts,
  type RunTransfer,
  type TransferEnd,
  type TransferProgress,
} from './services/transfer-order'
import type { ForTransfer, FromTransfer } from './transfer-messages'

/**
 * Runs imports and exports on a thread of their own, so that neither the window nor the calls that
 * main answers wait for them. A thread that dies has stopped; where an import stood is in the store.
 */
export function createTransferHost(given: {
  launch: (given: ForTransfer) => Worker
  folder: string
  /** Read anew for each: the clock may have been put back meanwhile. */
  clockOffset: () => number
  report: (text: string) => void
}): RunTransfer {
  const { launch, folder, clockOffset, report } = given
  return (order, progress) => {
    const cancelled = new SharedArrayBuffer(4)
    const ended = Promise.withResolvers<TransferEnd>()
    let last: TransferProgress = {
      rows: 0,
      part: 0,
      counts: order.kind === 'import' ? { ...order.run.counts, refused: 0 } : noCounts,
    }
    const died = () =>
      ended.resolve({
        ...last,
        state: 'stopped',
        failure: { code: 'internal' },
        faults: [],
        hash: null,
      })

    const worker = launch({ folder, clockOffset: clockOffset(), order, cancelled })
    worker.on('message', (message: FromTransfer) => {
      if (message.kind === 'progress') {
        last = message.progress
        progress(message.progress)
      }
      if (message.kind === 'ended') ended.resolve(message.end)
      if (message.kind === 'fault') report(message.text)
    })
    worker.on('error', (error) => report(faultText(error)))
    // After its last message; by then it has ended, or died.
    worker.on('exit', died)

    return {
      ended: ended.promise,
      cancel: () => void Atomics.store(new Int32Array(cancelled), 0, 1),
    }
  }
}
