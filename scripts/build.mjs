// @ts-check
// npm run build: builds the app into out/, whether or not anything changed.
import { setUpAndBuild } from './setup/index.mjs'
import { runScript } from './setup/say.mjs'

await runScript(async () => {
  await setUpAndBuild({ buildAnyway: true })
})
