/** What a thread is given with its start. */
export type JobData = {
  order: unknown
  /** One 32-bit number, 1 when it is to stop: read between two steps, without waiting for news. */
  cancelled: SharedArrayBuffer
}

/** What a thread tells main. */
export type FromJob<Progress, Question, End> =
  | { kind: 'progress'; progress: Progress }
  | { kind: 'asked'; number: number; question: Question }
  | { kind: 'ended'; end: End }
  /** A fault of ours, for main's log. */
  | { kind: 'fault'; text: string }

/** What main tells a thread that asked. */
export type ToJob<Answer> = { number: number; answer: Answer }
