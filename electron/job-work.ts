import { parentPort, workerData } from 'node:worker_threads'
import { faultText } from './fault-text'
import type { FromJob, JobData, ToJob } from './job-messages'

/** Progress that nobody could see is not told. */
const tellEveryMilliseconds = 200

export type JobSignals<Progress, Question, Answer> = {
  isCancelled: () => boolean
  progress: (progress: Progress) => void
  ask: (question: Question) => Promise<Answer>
}

/** The thread's side of `runJob`. */
export function doJob<Order, Progress, Question, Answer, End>(
  work: (order: Order, signals: JobSignals<Progress, Question, Answer>) => Promise<End>,
) {
  const { order, cancelled } = workerData as JobData
  const port = parentPort!
  const isCancelled = new Int32Array(cancelled)
  const tell = (message: FromJob<Progress, Question, End>) => port.postMessage(message)
  const waiting = new Map<number, (answer: Answer) => void>()
  let asked = 0
  let toldAt = -Infinity

  port.on('message', ({ number, answer }: ToJob<Answer>) => {
    waiting.get(number)?.(answer)
    waiting.delete(number)
  })

  work(order as Order, {
    isCancelled: () => Atomics.load(isCancelled, 0) === 1,
    progress(progress) {
      const at = performance.now()
      if (at - toldAt < tellEveryMilliseconds) return
      toldAt = at
      tell({ kind: 'progress', progress })
    },
    ask(question) {
      asked += 1
      const { promise, resolve } = Promise.withResolvers<Answer>()
      waiting.set(asked, resolve)
      tell({ kind: 'asked', number: asked, question })
      return promise
    },
  })
    .then((end) => tell({ kind: 'ended', end }))
    .catch((error: unknown) => tell({ kind: 'fault', text: faultText(error) }))
    // Nothing keeps the thread but this.
    .finally(() => port.close())
}
