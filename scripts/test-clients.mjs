// @ts-check
// npm run test:clients: real programs that Keyward did not write, against the real gateway.
import { setUp } from './setup/index.mjs'
import { runScript } from './setup/say.mjs'
import { closingLine } from './test/counts.mjs'
import { prepareClients, runClientProofs } from './test/clients.mjs'

await runScript(async () => {
  await setUp()
  await prepareClients()
  const counts = await runClientProofs(process.argv.slice(2))
  console.log(`\n${closingLine(counts)}`)
  return counts.failed === 0 ? 0 : 1
})
