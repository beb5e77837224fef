import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import { nginxConfiguration } from '../../electron/services/nginx-configuration'
import { expectGuarded } from './guarded-site'
import { programFolder, startProgram } from './program'

/** Around what Keyward shows, only what a machine's own nginx.conf has: where files go. */
const around = (site: string) => `
daemon off;
master_process off;
pid nginx.pid;
error_log stderr;
events {}
http {
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
${site}
}
`

test.each([
  ['lets through what Keyward allows, and nothing else', false],
  ['does so where the gateway speaks TLS', true],
])('nginx with the configuration that Keyward shows %s', async (_words, tls) => {
  await expectGuarded({
    tls,
    whileDown: 500,
    async start(site) {
      const folder = programFolder()
      writeFileSync(join(folder, 'nginx.conf'), around(nginxConfiguration(site)))
      const args = ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr']
      await startProgram('nginx', args, { folder, port: site.port })
    },
  })
})
