import { execFile, execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { createCertificates, ecKey, type MadeCertificate } from './certificates.fixture'
import { composeGateway } from './compose-gateway'
import { createSeals, deriveKeys, gatewayKeys } from './crypto/keys'
import { ownAddresses } from './own-addresses'
import { ownCall } from './own-call'
import type { ListeningPlace } from './services/listening-place'
import { createSqliteRegistry } from './store/sqlite/sqlite-registry'

let made: ReturnType<typeof createCertificates>
beforeAll(() => void (made = createCertificates()))
afterAll(() => made.remove())

const pathsOf = ({ certificatePath, keyPath }: MadeCertificate) => ({ certificatePath, keyPath })

/** A gateway on the files of an empty profile, that listens where it is told. */
function compose(changed: Partial<ListeningPlace>, clockOffset = 0) {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-listening-'))
  const master = randomBytes(32)
  createSqliteRegistry({ folder, ...createSeals(deriveKeys(master)) }).close()
  const place = { address: '127.0.0.1', port: 0, tls: null, hostNames: [], ...changed }
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const gateway = composeGateway({ keys: gatewayKeys(master), folder, place, clockOffset }, fail)
  onTestFinished(() => gateway.close())
  return gateway
}
const fail = (fault: unknown) => expect.fail(String(fault))

const health = (
  port: number,
  certificatePem: string | null,
  { address = '127.0.0.1', name }: { address?: string; name?: string } = {},
) =>
  ownCall({
    address,
    url: new URL(
      `${certificatePem === null ? 'http' : 'https'}://${name ?? inUrl(address)}:${port}/healthz`,
    ),
    headers: {},
    certificatePem,
    signal: AbortSignal.timeout(20_000),
  })

const inUrl = (address: string) => (address.includes(':') ? `[${address}]` : address)

const canConnect = (address: string, port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = createConnection({ host: address, port })
    socket.once('connect', () => (socket.destroy(), resolve(true)))
    socket.once('error', () => resolve(false))
  })

const reachable = ['0.0.0.0', '::', '::ffff:127.0.0.1', '::ffff:0.0.0.0', '127.0.0.2', '127.1', '']

it.each([...reachable, '192.0.2.7', '0', 'localhost', 'gateway.example', '0:0:0:0:0:0:0:1'])(
  'the gateway itself never listens on "%s" without TLS',
  (address) => expect(() => compose({ address })).toThrow('tls_needed'),
)

it.each(ownAddresses())('nor on %s, which other computers reach', (address) =>
  expect(() => compose({ address })).toThrow('tls_needed'),
)

it.each(['127.0.0.1', '::1'])('this computer alone may call in the clear: %s', async (address) => {
  const port = await compose({ address }).listen()
  expect((await health(port, null, { address })).status).toBe(200)
  for (const other of ownAddresses()) expect(await canConnect(other, port)).toBe(false)
})

it('other computers reach it with TLS, under its addresses and all names that were given', async () => {
  const certificate = made.make('reach', { names: ['DNS:api.example', 'DNS:*.shop.example'] })
  const hostNames = ['erp.intern']
  const gateway = compose({ address: '0.0.0.0', tls: pathsOf(certificate), hostNames })
  const port = await gateway.listen()
  const ipv4 = ownAddresses().filter((address) => !address.includes(':'))
  const names = ['api.example', 'a.shop.example', 'erp.intern', 'localhost', ...ipv4]
  for (const name of names)
    for (const address of ['127.0.0.1', ...ipv4])
      expect((await health(port, certificate.cert, { address, name })).status).toBe(200)
  expect((await health(port, certificate.cert, { name: 'evil.example' })).status).toBe(421)
})

it('a real client that knows the authority calls it by name', async () => {
  const certificate = made.make('client')
  const port = await compose({ tls: pathsOf(certificate) }).listen()
  const { stdout } = await run(certificate.caPath, `https://localhost:${port}/healthz`)
  expect(stdout).toBe('200')
  await expect(
    run(made.make('stranger', { selfSigned: true }).caPath, `https://localhost:${port}/`),
  ).rejects.toThrow(/UNABLE_TO_VERIFY|fetch failed/)
})

/** `fetch` in a process of its own, because Node reads the authorities it trusts when it starts. */
function run(caPath: string, url: string) {
  const script = `fetch('${url}').then(({ status }) => process.stdout.write(String(status)))`
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: caPath }
  return promisify(execFile)(process.execPath, ['-e', script], { env })
}

it('the call of our own trusts the one certificate that the gateway shows, and no other', async () => {
  const certificate = made.make('pinned')
  const port = await compose({ tls: pathsOf(certificate) }).listen()
  expect((await health(port, certificate.cert)).status).toBe(200)
  const other = made.make('other')
  await expect(health(port, other.cert)).rejects.toThrow('unable to get local issuer certificate')
  // The authority vouches for it, but it is not the one.
  await expect(health(port, certificate.ca)).rejects.toThrow('another certificate')
  await expect(health(port, null)).rejects.toThrow('socket hang up')
})

it('a renewed certificate is shown to the next caller, without a restart', async () => {
  const first = made.make('renewed')
  const gateway = compose({ tls: pathsOf(first) })
  const port = await gateway.listen()
  expect(gateway.lookForRenewal()).toBeNull()

  const second = made.make('renewed', { names: ['DNS:new.example', 'IP:127.0.0.1'], key: ecKey })
  // Its files may still be written: they are judged when they were the same twice.
  expect(gateway.lookForRenewal()).toBeNull()
  expect(gateway.lookForRenewal()).toEqual({ failure: null })
  expect(gateway.served()).toMatchObject({ facts: { names: ['new.example', '127.0.0.1'] } })
  expect(
    (await health(port, second.cert, { name: 'new.example', address: '127.0.0.1' })).status,
  ).toBe(200)
  await expect(health(port, first.cert)).rejects.toThrow('unable to get local issuer certificate')
  expect(gateway.lookForRenewal()).toBeNull()
})

it.each([
  ['that is no certificate', 'certificate_not_pem', (path: string) => writeFileSync(path, 'oops')],
  ['that is gone', 'file_not_readable', (path: string) => rmSync(path)],
  [
    'that leads nowhere',
    'file_not_readable',
    (path: string) => {
      rmSync(path)
      symlinkSync(path, path)
    },
  ],
  [
    'that is a pipe',
    'file_not_readable',
    (path: string) => {
      rmSync(path)
      execFileSync('mkfifo', [path])
    },
  ],
  [
    'whose key does not fit',
    'key_file_does_not_fit',
    (path: string) => writeFileSync(path, made.make('someone-else').cert),
  ],
  ['that has run out', 'certificate_expired', () => void made.make('steady', { days: 1 })],
])('a renewal %s is told, and the old certificate stays in use', async (_what, failure, renew) => {
  const first = made.make('steady')
  // Ten days from now, so that a certificate can have run out.
  const gateway = compose({ tls: pathsOf(first) }, 10 * 86_400_000)
  const port = await gateway.listen()
  renew(first.certificatePath)
  gateway.lookForRenewal()
  expect(gateway.lookForRenewal()).toEqual({ failure })
  expect(gateway.served()?.pem).toBe(first.cert.trim())
  expect(gateway.lookForRenewal()).toBeNull()
  expect((await health(port, first.cert)).status).toBe(200)

  rmSync(first.certificatePath, { force: true })
  const good = made.make('steady')
  gateway.lookForRenewal()
  expect(gateway.lookForRenewal()).toEqual({ failure: null })
  expect((await health(port, good.cert)).status).toBe(200)
})

it.each([
  ['a key of another certificate', 'key_file_does_not_fit', 'a', 'b'],
  ['no key', 'file_not_readable', 'a', 'nowhere'],
  ['no certificate', 'file_not_readable', 'nowhere', 'a'],
  ['a device that never ends in its place', 'file_not_readable', 'device', 'a'],
])('a gateway with %s does not start', (_what, problem, certificate, key) => {
  const paths = (name: string) => {
    if (name === 'nowhere') return { certificatePath: '/nowhere', keyPath: '/nowhere' }
    return name === 'device'
      ? { certificatePath: '/dev/zero', keyPath: '/dev/zero' }
      : made.make(name)
  }
  const { certificatePath } = paths(certificate)
  const { keyPath } = paths(key)
  expect(() => compose({ tls: { certificatePath, keyPath } })).toThrow(problem)
})
