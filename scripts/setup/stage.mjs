// @ts-check
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { inForeground, onMemoryDisplay } from './foreground.mjs'
import { hasDisplay } from './linux-desktop.mjs'
import { toolEnvironment, toolNode } from './node-runtime.mjs'
import { ordinaryUser } from './ordinary-user.mjs'
import { isRoot, projectRoot } from './places.mjs'
import { readableProject } from './readable-project.mjs'

/**
 * Where a program that drives the app runs: a project it can read, a folder it may write into, a display.
 * @typedef {object} Stage
 * @property {string} output
 * @property {(args: string[], env?: NodeJS.ProcessEnv) => Promise<number>} node runs Node in the project
 */

/** @typedef {{ electron: string, results: string }} Given */
/** @typedef {(stage: Stage) => Promise<number>} Work */

/**
 * Sets the stage, lets the work act on it, and brings what was written to `results`. Root gives the stage
 * to an ordinary user; everybody else acts as himself.
 * @param {Given} given
 * @param {Work} work
 * @returns {Promise<number>}
 */
export function onStage(given, work) {
  return isRoot && process.platform === 'linux'
    ? forOrdinaryUser(given, work)
    : forMyself(given, work)
}

async function forMyself(/** @type {Given} */ { electron, results }, /** @type {Work} */ work) {
  mkdirSync(results, { recursive: true })
  return work({
    output: results,
    node: (args, env) =>
      (hasDisplay() ? inForeground : onMemoryDisplay)({
        command: toolNode(),
        args,
        cwd: projectRoot,
        env: { ...toolEnvironment(), KEYWARD_ELECTRON: electron, ...env },
      }),
  })
}

async function forOrdinaryUser(
  /** @type {Given} */ { electron, results },
  /** @type {Work} */ work,
) {
  const user = await ordinaryUser()
  const project = await readableProject(user)
  // The name is short: Chromium puts sockets in here, and a socket's path has 107 characters at most.
  const scratch = mkdtempSync(join(tmpdir(), 'kw-'))
  chmodSync(scratch, 0o711)
  const removeScratch = () => rmSync(scratch, { recursive: true, force: true })
  process.once('exit', removeScratch)
  const output = user.ownFolder(scratch, 'output')
  const home = user.ownFolder(scratch, 'home')
  const theirs = (/** @type {string} */ path) =>
    path.startsWith(projectRoot + sep) ? project.root + path.slice(projectRoot.length) : path
  const environment = toolEnvironment()
  const own = {
    TMPDIR: user.ownFolder(scratch, 'tmp'),
    XDG_RUNTIME_DIR: user.ownFolder(scratch, 'run'),
    USER: user.name,
    LOGNAME: user.name,
    PATH: environment['PATH']?.split(':').map(theirs).join(':'),
    KEYWARD_ELECTRON: theirs(electron),
  }
  try {
    return await work({
      output,
      node: (args, env) =>
        onMemoryDisplay(
          {
            command: theirs(toolNode()),
            args: args.map(theirs),
            cwd: project.root,
            env: { ...withoutRootsPlaces(environment), ...own, ...env },
          },
          // runuser itself sets HOME, to the user's real one.
          [...user.prefix, 'env', `HOME=${home}`],
        ),
    })
  } finally {
    if (existsSync(output)) cpSync(output, results, { recursive: true })
    project.discard()
    removeScratch()
  }
}

/** Places of root's that another user can neither read nor should. */
function withoutRootsPlaces(/** @type {NodeJS.ProcessEnv} */ environment) {
  const ofRoot =
    /^(XDG_.*|DBUS_SESSION_BUS_ADDRESS|DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|npm_.*|INIT_CWD)$/
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !ofRoot.test(name)))
}
