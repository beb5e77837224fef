import { expect, it } from 'vitest'
import { refusalReasons } from '../contract/gateway'
import { createGatewayWorld, type GatewayWorld } from './gateway-world.fixture'

const records = '/v1/entities/invoices/records'

const get = (world: GatewayWorld, url: string, headers: Record<string, string> = {}) =>
  world.app.inject({ method: 'GET', url, headers })

/** What Prometheus makes of the text: every sample by its name and labels. */
async function samples(world: GatewayWorld, authorization: string) {
  const answer = await get(world, '/metrics', { authorization })
  expect(answer.statusCode).toBe(200)
  const lines = answer.body.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const pairs = lines.map((line) => {
    const [, series, value] = /^(\S+(?:\{.*\})?) (\S+)$/.exec(line) ?? []
    if (series === undefined) throw new Error(`no sample: ${line}`)
    return [series, Number(value)] as const
  })
  return new Map(pairs)
}

it('calls are counted by outcome and reason, each reason of the closed list from 0 on', async () => {
  const world = await createGatewayWorld()
  const { authorization } = world.issue([world.on(world.invoices, 'read')])
  await get(world, records, { authorization })
  await get(world, records)
  await get(world, '/v1/entities/orders/records', { authorization })
  await get(world, '/v1/entities/orders/records', { authorization })

  const seen = await samples(world, authorization)
  // The call for the figures is counted when it is answered.
  expect(seen.get('keyward_calls_total{outcome="allowed",reason="none"}')).toBe(1)
  expect(seen.get('keyward_calls_total{outcome="refused",reason="no_token"}')).toBe(1)
  expect(seen.get('keyward_calls_total{outcome="refused",reason="not_granted"}')).toBe(2)
  for (const reason of refusalReasons)
    expect(seen.has(`keyward_calls_total{outcome="refused",reason="${reason}"}`)).toBe(true)
  expect(seen.get('keyward_token_cache_lookups_total{result="miss"}')).toBe(1)
  expect(seen.get('keyward_token_cache_lookups_total{result="hit"}')).toBe(3)
})

it('answers are timed by the pattern of their route, whatever was called', async () => {
  const world = await createGatewayWorld()
  const { authorization } = world.issue([world.everything])
  const call = { authorization }
  for (const id of ['one', 'two', 'three']) await get(world, `${records}/${id}`, call)
  await get(world, '/v1/nowhere', call)
  await get(world, '/v1/nowhere-else', call)
  await world.app.inject({ method: 'POST', url: `${records}:batch`, headers: call })

  const seen = await samples(world, authorization)
  const count = 'keyward_http_request_duration_seconds_count'
  const counts = [...seen].filter(([series]) => series.startsWith(count))
  expect(Object.fromEntries(counts)).toEqual({
    [`${count}{route="/v1/entities/{entity}/records/{id}",status="4xx"}`]: 3,
    [`${count}{route="none",status="4xx"}`]: 2,
    [`${count}{route="/v1/entities/{entity}/records:batch",status="4xx"}`]: 1,
  })
})

it('figures need a working token, and hold nothing of tokens, users or entities', async () => {
  const world = await createGatewayWorld()
  const { authorization, token, tokenId } = world.issue([world.everything])
  await get(world, records, { authorization })
  await get(world, '/v1/entities/hostile"}_1/records', { authorization })
  expect((await get(world, '/metrics')).statusCode).toBe(401)
  const revoked = world.issue([world.everything], { revokedAt: 1 })
  expect((await get(world, '/metrics', revoked)).statusCode).toBe(401)

  const prometheus = {
    authorization,
    accept:
      'application/openmetrics-text;version=1.0.0;q=0.6,text/plain;version=0.0.4;q=0.5,*/*;q=0.1',
  }
  const answer = await get(world, '/metrics', prometheus)
  expect(answer.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8')
  for (const word of [token, tokenId, 'web-shop', 'invoices', 'hostile', '127.0.0.1'])
    expect(answer.body).not.toContain(word)
  expect(answer.body).toContain('process_cpu_seconds_total')
})

it('two gateways in one process count each for itself', async () => {
  const [one, other] = [await createGatewayWorld(), await createGatewayWorld()]
  await get(one, records)
  const { authorization } = other.issue([other.everything])
  const seen = await samples(other, authorization)
  expect(seen.get('keyward_calls_total{outcome="refused",reason="no_token"}')).toBe(0)
})
