import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import { caddyConfiguration } from '../../electron/services/caddy-configuration'
import { expectGuarded } from './guarded-site'
import { programFolder, startProgram } from './program'

/** No certificates and no port for administration: other proofs run beside this one. */
const options = '{\n\tadmin off\n\tauto_https off\n}\n\n'

test.each([
  ['lets through what Keyward allows, and nothing else', false],
  ['does so where the gateway speaks TLS', true],
])('Caddy with the configuration that Keyward shows %s', async (_words, tls) => {
  await expectGuarded({
    tls,
    whileDown: 502,
    async start(site) {
      const folder = programFolder()
      writeFileSync(join(folder, 'Caddyfile'), options + caddyConfiguration(site))
      const args = ['run', '--config', 'Caddyfile', '--adapter', 'caddyfile']
      await startProgram('caddy', args, { folder, port: site.port })
    },
  })
})
