// @ts-check
// npm run --silent electron:path: prints the Electron executable and nothing else on stdout.
import { setUp } from './setup/index.mjs'
import { runScript } from './setup/say.mjs'

await runScript(async () => {
  const electron = await setUp()
  console.log(electron.executable)
})
