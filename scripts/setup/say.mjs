// @ts-check

/** Set-up talks on stderr, so that stdout stays free for what a command answers. */
export function say(/** @type {string} */ sentence) {
  process.stderr.write(`[keyward] ${sentence}\n`)
}

/** Something that the reader can mend himself: shown as a sentence, without a stack. */
export class PlainProblem extends Error {}

/**
 * Runs a script's main function and turns what it throws into words and an exit code.
 * @param {() => Promise<number | void>} main
 */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (problem) {
    if (problem instanceof PlainProblem) say(problem.message)
    else console.error(problem)
    process.exitCode = 1
  }
}
