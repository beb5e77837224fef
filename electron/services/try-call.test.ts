import { expect, test } from 'vitest'
import { createFakeGateway } from './gateway.fixture'
import { refusalOf } from './house.fixture'
import { createTryCall, type Fetch } from './try-call'

const secret = `kws_AbCdEf012345_${'s3cret'.repeat(8)}0`

type Sent = Parameters<Fetch>

async function openTrial({ running = true, body = '{"items":[]}', answers = true } = {}) {
  const gateway = createFakeGateway()
  if (running) await gateway.control.start(7_878)
  const sent: Sent[] = []
  const tryCall = createTryCall({
    gateway: gateway.control,
    fetch: async (...given) => {
      sent.push(given)
      if (!answers) throw new TypeError('fetch failed')
      return new Response(body, { headers: { ratelimit: '"token";r=599;t=60' } })
    },
  })
  return { tryCall, sent }
}

test('a token that may read lists a few records; the request is shown without its secret', async () => {
  const { tryCall, sent } = await openTrial()
  const trial = await tryCall({ secret, entity: 'invoices' })
  expect(sent[0]?.[0]).toBe('http://127.0.0.1:7878/v1/entities/invoices/records?limit=3')
  expect(sent[0]?.[1].headers.authorization).toBe(`Bearer ${secret}`)
  expect(trial).toMatchObject({ status: 200, body: '{"items":[]}' })
  expect(trial.request).toContain('GET /v1/entities/invoices/records?limit=3 HTTP/1.1')
  expect(trial.request).toContain('Authorization: Bearer kws_AbCdEf012345_••••••')
  expect(trial.headers).toContain('ratelimit: "token";r=599;t=60')
  expect(JSON.stringify(trial)).not.toContain('s3cret')
})

test('a token that may not read asks what it is, and never sends anything that changes records', async () => {
  const { tryCall, sent } = await openTrial()
  await tryCall({ secret, entity: null })
  expect(sent[0]?.[0]).toBe('http://127.0.0.1:7878/v1/token')
  expect(Object.keys(sent[0]![1])).not.toContain('method')
})

test('a long answer is cut, and says so', async () => {
  const { tryCall } = await openTrial({ body: 'x'.repeat(20_000) })
  expect((await tryCall({ secret, entity: null })).body).toHaveLength(8_193)
})

test('while the gateway is stopped no call is made', async () => {
  const { tryCall, sent } = await openTrial({ running: false })
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
