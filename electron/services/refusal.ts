import type { FailureCode, FailureDetail } from '../contract/failure'

/** An expected "no" that the person can act on. Everything else that is thrown is our bug. */
export class Refusal extends Error {
  constructor(
    readonly code: FailureCode,
    /** Dotted path of the input to blame. */
    readonly field?: string,
    readonly detail?: FailureDetail,
  ) {
    super(code)
    this.name = 'Refusal'
  }
}
