import type { Failure } from '../contract/failure'
import { endingOf, type Ending } from './exit-codes'
import { failureSentence } from './words'

/** Ends the command with a sentence. */
export class Stop extends Error {
  constructor(
    readonly ending: Ending,
    readonly sentence: string,
    /** For programs: a failure's code, or the ending itself. */
    readonly code: string = ending,
  ) {
    super(sentence)
    this.name = 'Stop'
  }
}

export const stopFor = (failure: Failure) =>
  new Stop(endingOf(failure.code), failureSentence(failure), failure.code)

/** Whoever reads what we print has read enough: `keyward tokens list | head`. */
export class ReaderGone extends Error {}
