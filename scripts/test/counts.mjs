// @ts-check
import { readIfThere } from '../setup/whole-file.mjs'
import { say } from '../setup/say.mjs'

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * Reads what a suite's counter wrote, and doubts it: a suite that broke off, or that ran nothing, has failed.
 * @param {string} suite its name, for the reader
 * @param {string} file
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countsOf(suite, file, exitCode) {
  const text = readIfThere(file)
  if (text === undefined) {
    say(`The ${suite} broke off before they could count (exit code ${exitCode}).`)
    return { passed: 0, failed: 1 }
  }
  const { passed, failed, skipped = 0 } = JSON.parse(text)
  if (skipped > 0) say(`${skipped} of the ${suite} were skipped.`)
  if (failed === 0 && passed === 0) say(`Not one of the ${suite} ran.`)
  else if (failed === 0 && exitCode !== 0) say(`The ${suite} ended with exit code ${exitCode}.`)
  else return { passed, failed }
  return { passed, failed: failed + 1 }
}

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export const sum = (all) => ({
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.reduce((total, { failed }) => total + failed, 0),
})

/** The line that every test run ends with. */
export const closingLine = (/** @type {Counts} */ { passed, failed }) =>
  `${passed} passed, ${failed} failed`
