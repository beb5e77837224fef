// @ts-check
import { spawn } from 'node:child_process'
import { PlainProblem } from './say.mjs'

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] replaces the whole environment
 * @property {boolean} [shell]
 * @property {number} [timeLimitSeconds]
 */

/**
 * Runs a command to its end; what it prints goes to stderr, with the rest of the set-up talk.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code; -1 when it could not start or ran out of time
 */
export function run(command, args, { timeLimitSeconds, ...options } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      ...options,
      stdio: ['ignore', 2, 2],
      ...(timeLimitSeconds ? { timeout: timeLimitSeconds * 1000 } : {}),
    })
    child.on('error', () => done(-1))
    child.on('exit', (code) => done(code ?? -1))
  })
}

/**
 * Like `run`, but a failure ends the script with a sentence.
 * @param {string} what what was being done, as in "Compiling the database driver"
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export async function mustRun(what, command, args, options) {
  const code = await run(command, args, options)
  if (code !== 0)
    throw new PlainProblem(`${what} failed (${command} ended with ${code}); see the lines above.`)
}

/**
 * Runs a command quietly and returns what it printed.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>}
 */
export function ask(command, args, options = {}) {
  return new Promise((done) => {
    let stdout = ''
    let stderr = ''
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => (stdout += chunk))
    child.stderr.on('data', (/** @type {Buffer} */ chunk) => (stderr += chunk))
    child.on('error', (error) => done({ code: -1, stdout, stderr: error.message }))
    child.on('close', (code) => done({ code: code ?? -1, stdout, stderr }))
  })
}
