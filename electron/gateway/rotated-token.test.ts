import { describe, expect, it } from 'vitest'
import { createGatewayWorld, day, start, type GatewayWorld } from './gateway-world.fixture'

const hour = 3_600_000
const records = '/v1/entities/invoices/records'

const get = (world: GatewayWorld, url: string, authorization: string) =>
  world.app.inject({ method: 'GET', url, headers: { authorization } })

const endToldTo = async (world: GatewayWorld, authorization: string) =>
  (await get(world, '/v1/token', authorization)).json<{ expires_at: string }>().expires_at

const ask = async (world: GatewayWorld, token: string) => {
  const { authorization } = world.issueClient()
  const answer = await world.app.inject({
    method: 'POST',
    url: '/oauth2/introspect',
    headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
    payload: `token=${token}`,
  })
  return answer.json<{ active: boolean; exp?: number; jti?: string }>()
}

describe('a rotated token', () => {
  it('tells each of its systems the end of the secret that it called with', async () => {
    const world = await createGatewayWorld()
    const both = world.issueRotated([world.everything], start + 7 * day, { expiresAt: null })
    const lasting = new Date(start - day + 366 * day).toISOString()
    expect(await endToldTo(world, both.authorization)).toBe(new Date(start + 7 * day).toISOString())
    expect(await endToldTo(world, both.nextAuthorization)).toBe(lasting)
  })

  it('ends before its overlap does, where its expiry comes first', async () => {
    const world = await createGatewayWorld()
    const changed = { expiresAt: start + hour }
    const { token, authorization } = world.issueRotated([world.everything], start + day, changed)
    expect(await endToldTo(world, authorization)).toBe(new Date(start + hour).toISOString())
    expect((await ask(world, token)).exp).toBe((start + hour) / 1_000)
  })

  it('is introspected with the earlier end of the secret that is asked about', async () => {
    const world = await createGatewayWorld()
    const { token, next, tokenId } = world.issueRotated([world.everything], start + hour)
    expect(await ask(world, token)).toMatchObject({
      active: true,
      jti: tokenId,
      exp: (start + hour) / 1_000,
    })
    expect(await ask(world, next)).toMatchObject({ exp: (start + 30 * day) / 1_000, jti: tokenId })
    world.clock.now = start + hour
    expect(await ask(world, token)).toEqual({ active: false })
    expect(await ask(world, next)).toMatchObject({ active: true })
    await world.callLog.write()
    expect(world.memory.kept.refused).toMatchObject([{ tokenId, reason: 'secret_replaced' }])
  })

  it('ends an overlap under a warm cache, and is counted by its secrets', async () => {
    const world = await createGatewayWorld()
    const both = world.issueRotated([world.everything], start + hour)
    for (const authorization of [both.authorization, both.nextAuthorization, both.authorization])
      expect((await get(world, records, authorization)).statusCode).toBe(200)
    world.clock.now = start + hour - 1
    expect((await get(world, records, both.authorization)).statusCode).toBe(200)
    world.clock.now = start + hour
    expect((await get(world, records, both.authorization)).statusCode).toBe(401)
    expect((await get(world, records, both.nextAuthorization)).statusCode).toBe(200)
    await world.callLog.write()
    const [{ allowed, refused, secrets } = {}] = world.memory.kept.counts
    expect({ allowed, refused, secrets }).toMatchObject({
      allowed: 5,
      refused: 1,
      secrets: [
        { number: 1, calls: 3, lastUsedAt: start + hour - 1 },
        { number: 2, calls: 2, lastUsedAt: start + hour },
      ],
    })
  })
})
