import { once } from 'node:events'
import { request } from 'node:https'
import { connect, type AddressInfo } from 'node:net'
import { connect as connectTls, type ConnectionOptions } from 'node:tls'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { createCertificates, type MadeCertificate } from '../certificates.fixture'
import { createGatewayWorld, type GatewayWorld } from './gateway-world.fixture'
import { limits } from './limits'
import { secureContext } from './tls'

let made: ReturnType<typeof createCertificates>
let certificate: MadeCertificate
let rsa: MadeCertificate
beforeAll(() => {
  made = createCertificates()
  certificate = made.make('gateway')
  rsa = made.make('gateway-rsa', { key: ['rsa:2048'] })
})
afterAll(() => made.remove())

let world: GatewayWorld
beforeEach(async () => {
  world = await listening(certificate)
})

async function listening({ cert, key }: MadeCertificate) {
  const opened = await createGatewayWorld({ tls: { cert, key } })
  await opened.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = opened.app.server.address() as AddressInfo
  Object.assign(opened.listening, { port, tls: true, names: ['gateway.example'] })
  onTestFinished(() => opened.app.close())
  return opened
}

/** What both sides agreed on, or the code of the refusal. */
function handshake(options: ConnectionOptions, { listening: { port } } = world) {
  const socket = connectTls({ port, host: '127.0.0.1', ca: [certificate.ca], ...options })
  return new Promise<string>((resolve) => {
    socket.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? ''))
    socket.once('secureConnect', () => {
      resolve(`${socket.getProtocol()} ${socket.getCipher().name}`)
      socket.destroy()
    })
  })
}

const only = (version: ConnectionOptions['minVersion']): ConnectionOptions => ({
  minVersion: version,
  maxVersion: version,
  // Of a client, so that it is the gateway that refuses what is too old.
  ...(version?.startsWith('TLSv1.') === true && version > 'TLSv1.1'
    ? {}
    : { ciphers: 'ALL:@SECLEVEL=0' }),
})

it.each(['TLSv1', 'TLSv1.1'] as const)('%s is refused', async (version) => {
  const refused = ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'EPROTO']
  expect(refused).toContain(await handshake(only(version)))
})

// None of our suites exists before 1.2, so a handshake alone would not notice a lower bound.
it('nothing older is even considered', () =>
  expect(secureContext(certificate)).toMatchObject({ minVersion: 'TLSv1.2' }))

it('TLS 1.2 and 1.3 are spoken, and 1.3 where the caller can', async () => {
  expect(await handshake(only('TLSv1.2'))).toBe('TLSv1.2 ECDHE-ECDSA-AES256-GCM-SHA384')
  expect(await handshake(only('TLSv1.3'))).toMatch(/^TLSv1\.3 TLS_/)
  expect(await handshake({})).toMatch(/^TLSv1\.3 /)
  const withRsa = await listening(rsa)
  expect(await handshake(only('TLSv1.2'), withRsa)).toBe('TLSv1.2 ECDHE-RSA-AES256-GCM-SHA384')
})

it.each([
  'AES256-GCM-SHA384',
  'AES128-SHA',
  'ECDHE-RSA-AES256-SHA384',
  'ECDHE-RSA-AES128-SHA',
  'DHE-RSA-AES256-GCM-SHA384',
])('a suite without forward secrecy or authenticated encryption is refused: %s', async (suite) => {
  const withRsa = await listening(rsa)
  const refusal = await handshake({ maxVersion: 'TLSv1.2', ciphers: suite }, withRsa)
  expect(refusal).toMatch(/ERR_SSL_.*HANDSHAKE_FAILURE|EPROTO/)
})

it('a caller cannot have the keys negotiated again', async () => {
  const socket = connectTls({
    port: world.listening.port,
    host: '127.0.0.1',
    ca: [certificate.ca],
    maxVersion: 'TLSv1.2',
  })
  onTestFinished(() => void socket.destroy())
  await once(socket, 'secureConnect')
  const refused = await new Promise<Error | null>((resolve) => {
    socket.once('error', resolve)
    socket.renegotiate({}, resolve)
  })
  expect(refused).toMatchObject({ code: expect.stringMatching(/NO_RENEGOTIATION/) })
})

/** A call as an HTTP client makes it, that trusts the private authority and checks the name. */
async function call(host: string, headers: Record<string, string> = {}, path = '/v1/token') {
  const { port } = world.listening
  const sent = request({
    ...{ host: '127.0.0.1', port, path, servername: host, agent: false },
    ...{ ca: [certificate.ca], headers: { host: `${host}:${port}`, ...headers } },
  }).end()
  const [answer] = await once(sent, 'response')
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) }
}

it('a call over TLS is answered under a name of the certificate, and no other', async () => {
  const { authorization } = world.issue([world.everything])
  const answer = await call('gateway.example', { authorization })
  expect([answer.status, JSON.parse(answer.body).name]).toEqual([200, 'Orders of the web shop'])
  const wrong = await call('gateway.example', { authorization, host: 'evil.example' })
  expect(wrong.status).toBe(421)
})

it('browsers are told to stay with TLS, but not for localhost, and not without TLS', async () => {
  const year = { 'strict-transport-security': 'max-age=31536000' }
  expect((await call('gateway.example')).headers).toMatchObject({ ...year })
  expect((await call('localhost')).headers).not.toHaveProperty('strict-transport-security')
  // A proxy may hand our answer on under the name of its site.
  const asked = await call('gateway.example', {}, '/v1/authz/auth-request/shop')
  expect(asked.status).toBe(403)
  expect(asked.headers).not.toHaveProperty('strict-transport-security')
  const plain = await createGatewayWorld()
  onTestFinished(() => plain.app.close())
  const { headers } = await plain.app.inject({
    url: '/v1/token',
    headers: { host: '127.0.0.1:80' },
  })
  expect(headers).not.toHaveProperty('strict-transport-security')
})

it('plain HTTP to the TLS port is closed: no answer, no redirect, no token counted', async () => {
  const { authorization } = world.issue([world.everything])
  const socket = connect(world.listening.port, '127.0.0.1').setEncoding('latin1')
  let received = ''
  socket.on('data', (piece: string) => (received += piece))
  socket.on('error', () => undefined)
  socket.write(
    `GET /v1/token HTTP/1.1\r\nHost: gateway.example\r\nAuthorization: ${authorization}\r\n\r\n`,
  )
  await once(socket, 'close')
  // At most the alert of a TLS record; nothing of it is HTTP.
  expect(received).not.toMatch(/HTTP|location|keyward|problem/i)
  expect(received.length).toBeLessThan(16)
  expect(world.memory.reads.tokens).toBe(0)
  expect(world.reported).toEqual([])
})

it('a handshake that is not finished is given up', async () => {
  vi.spyOn(limits, 'handshakeTimeout', 'get').mockReturnValue(50)
  onTestFinished(() => void vi.restoreAllMocks())
  const impatient = await listening(certificate)
  const socket = connect(impatient.listening.port, '127.0.0.1')
  socket.on('error', () => undefined)
  await once(socket, 'close')
  expect(impatient.app.server.listening).toBe(true)
})

it('a handshake has 5 seconds', () => expect(limits.handshakeTimeout).toBe(5_000))
