// @ts-check
// npm start: sets up whatever is missing, builds when the sources changed, and opens Keyward.
import { inForeground, onMemoryDisplay } from './setup/foreground.mjs'
import { setUpAndBuild } from './setup/index.mjs'
import { hasDisplay } from './setup/linux-desktop.mjs'
import { withoutElectronAsNode } from './setup/node-runtime.mjs'
import { fromCaller, isRoot, projectRoot } from './setup/places.mjs'
import { runScript, say } from './setup/say.mjs'

/** Chromium complains at length of what a display in memory lacks; what is fatal is still said. */
const quiet = ['--log-level=3']

await runScript(async () => {
  const electron = await setUpAndBuild()
  const what = {
    command: electron.executable,
    args: [projectRoot, ...sandboxFlags(), ...withAbsoluteProfile(process.argv.slice(2))],
    cwd: projectRoot,
    env: withoutElectronAsNode(process.env),
  }
  if (hasDisplay()) return inForeground(what)
  say(
    'There is no display here, so Keyward runs on one in memory (xvfb-run). You cannot see its window, but ' +
      'its gateway answers at the address printed below, and `npm run tour -- --out DIR` takes pictures of ' +
      'every screen. Ctrl+C ends it.',
  )
  return onMemoryDisplay({ ...what, args: [...what.args, ...quiet] })
})

/** The app itself never asks for this; it is a matter of how it is started here. */
function sandboxFlags() {
  if (process.platform !== 'linux' || !isRoot) return []
  say(
    'You are root, and as root Chromium starts only without its sandbox (--no-sandbox); use another user to keep it.',
  )
  return ['--no-sandbox']
}

/** The app runs in the project's folder, but `--profile ./mine` means the caller's. */
function withAbsoluteProfile(/** @type {string[]} */ args) {
  return args.map((argument, position) => {
    if (args[position - 1] === '--profile') return fromCaller(argument)
    const [, path] = /^--profile=(.+)$/.exec(argument) ?? []
    return path === undefined ? argument : `--profile=${fromCaller(path)}`
  })
}
