import { writeFileSync } from 'node:fs'
import type { Reporter, Suite } from 'playwright/types/testReporter'

/** Writes how many tests passed and failed to the file named in KEYWARD_COUNTS. */
export default class PlaywrightCounter implements Reporter {
  #suite: Suite | undefined
  #errors = 0

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite
  }

  /** Something outside a test, such as a file that cannot be loaded. */
  onError(): void {
    this.#errors += 1
  }

  onEnd(): void {
    const outcomes = this.#suite?.allTests().map((test) => test.outcome()) ?? []
    const count = (outcome: string) => outcomes.filter((one) => one === outcome).length
    const failed = count('unexpected') + count('flaky') + this.#errors
    const counts = { passed: count('expected'), failed, skipped: count('skipped') }
    const file = process.env['KEYWARD_COUNTS']
    if (file) writeFileSync(file, JSON.stringify(counts))
  }

  /** The list reporter does the talking. */
  printsToStdio(): boolean {
    return false
  }
}
