import { parentPort, workerData } from 'node:worker_threads'
import { runTransfer } from './compose-transfer'
import { faultText } from './fault-text'
import type { ForTransfer, FromTransfer } from './transfer-messages'

/** Progress that nobody could see is not told. */
const tellEveryMilliseconds = 200

const given = workerData as ForTransfer
const cancelled = new Int32Array(given.cancelled)
const tell = (message: FromTransfer) => parentPort!.postMessage(message)
let toldAt = -Infinity

runTransfer(given, {
  isCancelled: () => Atomics.load(cancelled, 0) === 1,
  progress(progress) {
    const at = performance.now()
    if (at - toldAt < tellEveryMilliseconds) return
    toldAt = at
    tell({ kind: 'progress', progress })
  },
})
  .then((end) => tell({ kind: 'ended', end }))
  .catch((error: unknown) => tell({ kind: 'fault', text: faultText(error) }))
