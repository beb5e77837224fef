// @ts-check
import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * @typedef {object} Foreground
 * @property {string} command
 * @property {string[]} args
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 */

/**
 * Runs a command for the user: its output is his, his signals are its, its exit code is ours.
 * @param {Foreground} what
 * @returns {Promise<number>}
 */
export function inForeground({ command, args, cwd, env }) {
  const child = spawn(command, args, { cwd, env, stdio: 'inherit' })
  // A Ctrl+C in the terminal reaches the child by itself; we only must not die before it.
  return exitCode(child, (signal) => signal !== 'SIGINT' && child.kill(signal))
}

/**
 * The same on a display in memory. A Ctrl+C would reach Xvfb together with the app, and take the display
 * away while the app is still closing its databases. So all of it runs in a session of its own, and signals
 * go to the command alone; xvfb-run ends when the command does.
 * @param {Foreground} what
 * @param {string[]} [asUser] words to put before the whole command line
 */
export function onMemoryDisplay({ command, args, cwd, env }, asUser = []) {
  const [first = '', ...rest] = [
    ...asUser,
    ...['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24'],
    // The command's process id comes back on a pipe; `exec` makes it the command's own.
    ...['sh', '-c', 'echo $$ >&3; exec "$@" 3>&-', 'sh', command, ...args],
  ]
  const child = spawn(first, rest, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
  })
  let commandId = 0
  child.stdio[3]?.once('data', (/** @type {Buffer} */ line) => (commandId = Number(line)))
  return exitCode(child, (signal) => {
    tell(commandId, signal)
    setTimeout(() => tell(-Number(child.pid), 'SIGKILL'), 20_000).unref()
  })
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {(signal: NodeJS.Signals) => void} passOn
 * @returns {Promise<number>}
 */
function exitCode(child, passOn) {
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  for (const signal of signals) process.on(signal, passOn)
  return new Promise((done, failed) => {
    child.on('error', failed)
    child.on('exit', (code, signal) => {
      for (const name of signals) process.removeListener(name, passOn)
      done(code ?? 128 + constants.signals[/** @type {NodeJS.Signals} */ (signal)])
    })
  })
}

function tell(/** @type {number} */ id, /** @type {NodeJS.Signals} */ signal) {
  if (id === 0) return
  try {
    process.kill(id, signal)
  } catch {
    // It has ended already.
  }
}
