import { expect, test } from 'vitest'
import { createFakeGateway } from './gateway.fixture'
import { refusalOf } from './house.fixture'
import { loopbackPlace, type ListeningPlace } from './listening-place'
import { createTryCall, type OwnCall } from './try-call'

const secret = `kws_AbCdEf012345_${'s3cret'.repeat(8)}0`
const tls = { certificatePath: '/a', keyPath: '/b' }

type Sent = Parameters<OwnCall>[0]
type Given = { place?: ListeningPlace | null; body?: string; answers?: boolean }

async function openTrial(given: Given = {}) {
  const { place = loopbackPlace(7_878), body = '{"items":[]}', answers = true } = given
  const { control } = createFakeGateway()
  if (place) await control.start(place)
  const sent: Sent[] = []
  const tryCall = createTryCall({
    gateway: { ...control, certificatePem: () => (place?.tls ? 'the certificate' : null) },
    call: async (one) => {
      sent.push(one)
      if (!answers) throw new Error('refused')
      return { status: 200, headers: [['ratelimit', '"token";r=599;t=60']], body }
    },
  })
  return { tryCall, sent }
}

test('a token that may read lists a few records; the request is shown without its secret', async () => {
  const { tryCall, sent } = await openTrial()
  const trial = await tryCall({ secret, entity: 'invoices' })
  expect(sent[0]?.url.href).toBe('http://127.0.0.1:7878/v1/entities/invoices/records?limit=3')
  expect(sent[0]?.headers.authorization).toBe(`Bearer ${secret}`)
  expect(trial).toMatchObject({ status: 200, body: '{"items":[]}' })
  expect(trial.request).toContain('GET /v1/entities/invoices/records?limit=3 HTTP/1.1')
  expect(trial.request).toContain('Authorization: Bearer kws_AbCdEf012345_••••••')
  expect(trial.headers).toContain('ratelimit: "token";r=599;t=60')
  expect(JSON.stringify(trial)).not.toContain('s3cret')
})

test('a token that may not read asks what it is, and never sends anything that changes records', async () => {
  const { tryCall, sent } = await openTrial()
  await tryCall({ secret, entity: null })
  expect(sent[0]?.url.href).toBe('http://127.0.0.1:7878/v1/token')
  expect(Object.keys(sent[0]!)).not.toContain('method')
})

test('with TLS a trial goes to the address, under the name that callers use', async () => {
  const place = { address: '0.0.0.0', port: 7_878, tls, hostNames: ['api.example'] }
  const { tryCall, sent } = await openTrial({ place })
  const { request } = await tryCall({ secret, entity: null })
  expect(request).toContain('Host: api.example:7878')
  expect(sent).toMatchObject([{ address: '127.0.0.1', certificatePem: 'the certificate' }])
  expect(sent[0]?.url.href).toBe('https://api.example:7878/v1/token')
})

test.each([
  ['127.0.0.1', '127.0.0.1'],
  ['::1', '::1'],
  ['0.0.0.0', '127.0.0.1'],
  ['::', '::1'],
  ['192.0.2.7', '192.0.2.7'],
])('a gateway that listens on %s is tried on %s', async (address, called) => {
  const { tryCall, sent } = await openTrial({ place: { ...loopbackPlace(7_878), address, tls } })
  await tryCall({ secret, entity: null })
  expect(sent[0]?.address).toBe(called)
})

test('a long answer is cut, and says so', async () => {
  const { tryCall } = await openTrial({ body: 'x'.repeat(20_000) })
  expect((await tryCall({ secret, entity: null })).body).toHaveLength(8_193)
})

test('while the gateway is stopped no call is made', async () => {
  const { tryCall, sent } = await openTrial({ place: null })
  expect(await refusalOf(tryCall({ secret, entity: null }))).toEqual({
    code: 'gateway_not_running',
  })
  expect(sent).toEqual([])
})

test('a gateway that does not answer is told apart from one that refuses', async () => {
  const { tryCall } = await openTrial({ answers: false })
  expect(await refusalOf(tryCall({ secret, entity: null }))).toEqual({
    code: 'gateway_not_answering',
  })
})
