// @ts-check
// npm run keyward: sets up and builds like npm start, and runs the command line.
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { inForeground } from './setup/foreground.mjs'
import { setUpAndBuild } from './setup/index.mjs'
import { toolNode, withoutElectronAsNode } from './setup/node-runtime.mjs'
import { fromCaller, inProject, isRoot, projectRoot } from './setup/places.mjs'
import { runScript } from './setup/say.mjs'

/** Chromium complains of a machine without a system bus; what is fatal is still said. */
const quiet = ['--log-level=3']

await runScript(async () => {
  const electron = await setUpAndBuild()
  const typed = process.argv.slice(2)
  const how = keysAreInFile(profileOf(typed))
    ? { command: toolNode(), args: [inProject('out', 'main', 'cli.js'), ...typed] }
    : {
        command: electron.executable,
        args: [...quiet, ...sandboxFlags(), projectRoot, '--command-line', ...typed],
      }
  return inForeground({
    ...how,
    // What is typed there is relative to the caller's folder.
    cwd: fromCaller('.'),
    env: withoutElectronAsNode(process.env),
  })
})

/** Only Electron reaches the keychain of the system; plain Node starts faster, and is what servers have. */
function keysAreInFile(/** @type {string} */ profile) {
  const file = join(profile, 'keys.json')
  if (!existsSync(file)) return true
  try {
    return JSON.parse(readFileSync(file, 'utf8')).keptIn === 'file'
  } catch {
    // Damaged, which the command says better.
    return true
  }
}

function profileOf(/** @type {string[]} */ typed) {
  const position = typed.findLastIndex((word) => /^--profile(=|$)/.test(word))
  if (position === -1) return usualProfile()
  const inline = typed[position]?.slice('--profile='.length)
  return fromCaller(inline || typed[position + 1] || '.')
}

/** As electron/standard-profile.ts has it. */
function usualProfile() {
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support/Keyward')
  if (process.platform === 'win32')
    return join(process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Keyward')
  return join(process.env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'Keyward')
}

/** As root Chromium starts only without its sandbox; nothing of a page is ever run here. */
function sandboxFlags() {
  return process.platform === 'linux' && isRoot ? ['--no-sandbox'] : []
}
