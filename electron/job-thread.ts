import type { Worker } from 'node:worker_threads'
import { faultText } from './fault-text'
import type { FromJob, JobData, ToJob } from './job-messages'

export type RunningJob<End> = {
  /** Null where the thread died, or had a fault of ours; that is in the log. */
  ended: Promise<End | null>
  cancel(): void
}

/**
 * Runs a long piece of work on a thread of its own, so that neither the window nor the calls that
 * main answers wait for it. What only main knows, the thread asks for.
 */
export function runJob<Progress, Question, Answer, End>(given: {
  launch: (data: JobData) => Worker
  order: unknown
  progress: (progress: Progress) => void
  answer: (question: Question) => Promise<Answer>
  report: (text: string) => void
}): RunningJob<End> {
  const { launch, order, progress, answer, report } = given
  const cancelled = new SharedArrayBuffer(4)
  const ended = Promise.withResolvers<End | null>()
  const worker = launch({ order, cancelled })

  async function reply(number: number, question: Question) {
    try {
      tell({ number, answer: await answer(question) })
    } catch (error) {
      report(faultText(error))
      ended.resolve(null)
      await worker.terminate()
    }
  }
  const tell = (message: ToJob<Answer>) => worker.postMessage(message)

  worker.on('message', (message: FromJob<Progress, Question, End>) => {
    if (message.kind === 'progress') progress(message.progress)
    if (message.kind === 'asked') void reply(message.number, message.question)
    if (message.kind === 'ended') ended.resolve(message.end)
    if (message.kind === 'fault') report(message.text)
  })
  worker.on('error', (error) => report(faultText(error)))
  // After its last message; by then it has ended, or died.
  worker.on('exit', () => ended.resolve(null))

  return {
    ended: ended.promise,
    cancel: () => void Atomics.store(new Int32Array(cancelled), 0, 1),
  }
}
