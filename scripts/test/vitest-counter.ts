import { writeFileSync } from 'node:fs'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/** Writes how many tests passed and failed to the file named in KEYWARD_COUNTS. */
export default class VitestCounter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      // A file that cannot be loaded has no tests to fail.
      counts.failed += module.errors().length
      for (const test of module.children.allTests()) counts[test.result().state] += 1
    }
    const file = process.env['KEYWARD_COUNTS']
    if (file) writeFileSync(file, JSON.stringify(counts))
  }
}
