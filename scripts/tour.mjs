// @ts-check
// npm run tour -- --out DIR: walks through the app as a user would and leaves pictures and a report in DIR.
import { parseArgs } from 'node:util'
import { setUpAndBuild } from './setup/index.mjs'
import { typeScriptFlags } from './setup/node-runtime.mjs'
import { fromCaller, inProject } from './setup/places.mjs'
import { runScript, say } from './setup/say.mjs'
import { onStage } from './setup/stage.mjs'

await runScript(async () => {
  const { values } = parseArgs({ options: { out: { type: 'string', default: 'tour' } } })
  const results = fromCaller(values.out)
  const electron = await setUpAndBuild()
  say(`Walking through the app on Electron ${electron.version} …`)
  const exitCode = await onStage({ electron: electron.executable, results }, (stage) =>
    stage.node([...typeScriptFlags(), inProject('e2e', 'tour', 'tour.ts'), '--out', stage.output]),
  )
  say(`What it found is in ${results}.`)
  return exitCode
})
