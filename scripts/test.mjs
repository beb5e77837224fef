// @ts-check
// npm test: sets up, builds, runs the unit tests and then the end-to-end tests on the real app.
//   npm test -- unit [vitest arguments]       npm test -- e2e [playwright arguments]
import { setUp, setUpAndBuild } from './setup/index.mjs'
import { toolNode } from './setup/node-runtime.mjs'
import { ask } from './setup/run.mjs'
import { PlainProblem, runScript, say } from './setup/say.mjs'
import { closingLine, sum } from './test/counts.mjs'
import { runEndToEndTests } from './test/end-to-end.mjs'
import { runUnitTests } from './test/unit.mjs'

await runScript(async () => {
  const [half, ...args] = process.argv.slice(2)
  if (half !== undefined && half !== 'unit' && half !== 'e2e')
    throw new PlainProblem('Please say `npm test`, `npm test -- unit` or `npm test -- e2e`.')

  const electron = await (half === 'unit' ? setUp() : setUpAndBuild({ forTests: true }))
  const given = { electron: electron.executable, args }
  const node = await ask(toolNode(), ['--version'])
  say(`Unit tests run on Node ${node.stdout.trim()}.`)
  say(
    `The app runs on Electron ${electron.version} (Chromium ${electron.chrome}, Node ${electron.node}).`,
  )

  const counts = []
  if (half !== 'e2e') counts.push(await runUnitTests(given))
  if (half !== 'unit') counts.push(await runEndToEndTests(given))
  const total = sum(counts)
  console.log(`\n${closingLine(total)}`)
  return total.failed === 0 ? 0 : 1
})
