// @ts-check
// npm run check: everything that can be said about the sources without running them.
import { setUpTools } from './setup/index.mjs'
import { toolEnvironment, toolNode, toolScript } from './setup/node-runtime.mjs'
import { projectRoot } from './setup/places.mjs'
import { run } from './setup/run.mjs'
import { runScript, say } from './setup/say.mjs'

const steps = /** @type {const} */ ([
  ['the formatting', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['the lint and import rules', 'oxlint', '--type-aware', '--deny-warnings'],
  ['the types', 'typescript', '-b'],
  ['that nothing is unused', 'knip', '--no-progress'],
])

await runScript(async () => {
  await setUpTools()
  const failed = []
  for (const [what, tool, ...args] of steps) {
    say(`Checking ${what} (${tool}) …`)
    const code = await run(toolNode(), [toolScript(tool), ...args], {
      cwd: projectRoot,
      env: toolEnvironment(),
    })
    if (code !== 0) failed.push(what)
  }
  say(failed.length === 0 ? 'Every check is good.' : `Not good: ${failed.join('; ')}.`)
  return failed.length === 0 ? 0 : 1
})
