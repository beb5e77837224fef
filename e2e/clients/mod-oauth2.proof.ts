import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { NewToken } from '../../electron/contract/token'
import { introspectionSample } from '../../renderer/features/introspection/samples'
import { freePort } from './free-port'
import { issueClient, issueToken, openWorld } from './world'

test.each([
  ['over plain HTTP on this machine', false],
  ['over TLS by a certificate of the user', true],
])(
  'Apache with mod_oauth2 lets in whom the sample says, and nobody else: %s',
  async (_how, tls) => {
    const world = await openWorld({ tls })
    const { secret: token, token: issued, entity, user } = await issueToken(world, 'orders')
    const { secret: writesOnly } = await world.house.tokens.create(
      NewToken.parse({
        userId: user.id,
        name: 'Writes orders',
        expiry: { kind: 'days', days: 30, zone: 'UTC' },
        grants: [{ entityId: entity.id, permissions: ['write'] }],
      }),
    )
    const sample = introspectionSample('apache', world.baseUrl, await issueClient(world))
    const call = await startApache(sample, world.caFile)

    expect(await call(token)).toEqual([200, 'the orders'])
    expect(await call(`${token}x`)).toEqual([401, expect.any(String)])
    expect(await call(null)).toEqual([401, expect.any(String)])
    expect((await call(writesOnly))[0]).toBe(401)
    await world.gateway.writeCalls()
    expect(
      world.house.rows(`select allowed from gw.token_usage where token_id = '${issued.id}'`),
    ).toEqual([{ allowed: 1 }])
  },
)

test('an Apache that does not trust who vouches for the gateway lets nobody in', async () => {
  const world = await openWorld({ tls: true })
  const { secret: token } = await issueToken(world, 'orders')
  const sample = introspectionSample('apache', world.baseUrl, await issueClient(world))
  const call = await startApache(sample, null)
  expect((await call(token))[0]).toBe(401)
})

/** Apache on a free port with one page under /orders, guarded as the sample says. */
async function startApache(sample: string, caFile: string | null) {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-apache-'))
  chmodSync(folder, 0o755)
  mkdirSync(join(folder, 'pages'))
  writeFileSync(join(folder, 'pages', 'orders'), 'the orders')
  const port = await freePort()
  const modules = ['mpm_event', 'authn_core', 'authz_core', 'authz_user', 'oauth2']
  const config = [
    `Listen 127.0.0.1:${port}`,
    'ServerName 127.0.0.1',
    ...(process.getuid?.() === 0 ? ['User nobody', 'Group nogroup'] : []),
    ...modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
    `PidFile ${join(folder, 'pid')}`,
    `Mutex file:${folder} default`,
    `ErrorLog ${join(folder, 'errors')}`,
    `DocumentRoot ${join(folder, 'pages')}`,
    sample,
  ]
  writeFileSync(join(folder, 'httpd.conf'), config.join('\n'))
  const [command = '', ...args] = [
    ...(caFile === null ? [] : trusting(caFile)),
    ...['/usr/sbin/apache2', '-f', join(folder, 'httpd.conf'), '-DFOREGROUND'],
  ]
  const apache = spawn(command, args, { stdio: 'ignore' })
  const exit = once(apache, 'exit')
  onTestFinished(async () => {
    apache.kill()
    await exit
    rmSync(folder, { recursive: true, force: true })
  })

  const call = async (token: string | null): Promise<[number, string]> => {
    const headers: HeadersInit = token === null ? {} : { authorization: `Bearer ${token}` }
    const answer = await fetch(`http://127.0.0.1:${port}/orders`, { headers })
    return [answer.status, await answer.text()]
  }
  await vi
    .waitFor(() => call(null), { timeout: 20_000 })
    .catch((error: unknown) => {
      throw new Error(readFileSync(join(folder, 'errors'), 'utf8'), { cause: error })
    })
  return call
}

/** mod_oauth2 knows only the authorities of the system: here, for Apache alone, that is this one. */
const trusting = (caFile: string): string[] => [
  'unshare',
  ...(process.getuid?.() === 0 ? [] : ['--map-root-user']),
  '--mount',
  'sh',
  '-c',
  'mount --bind "$1" /etc/ssl/certs/ca-certificates.crt && shift && exec "$@"',
  'sh',
  caFile,
]
