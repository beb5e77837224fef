import { expect, it, onTestFinished } from 'vitest'
import { composeGateway } from './compose-gateway'
import { NewToken } from './contract/token'
import { gatewayKeys } from './crypto/keys'
import { houseMaster, openHouse } from './services/house.fixture'
import { loopbackPlace } from './services/listening-place'

/** The services that the window asks, beside the real gateway, on one profile and over HTTP. */
async function world() {
  const house = await openHouse({ signedIn: true, clock: Date.now })
  const faults: unknown[] = []
  const gateway = composeGateway(
    {
      keys: gatewayKeys(houseMaster),
      folder: house.folder,
      place: loopbackPlace(0),
      clockOffset: 0,
    },
    (fault) => void faults.push(fault),
  )
  const port = await gateway.listen()
  onTestFinished(async () => {
    await gateway.close()
    expect(faults).toEqual([])
  })
  const account = (username: string) =>
    house.users.create({
      kind: 'service_account',
      username,
      displayName: `The system ${username}`,
      signIn: null,
    })
  const entity = await house.createEntity('orders')
  const shop = await account('shop')
  const { token, secret } = await house.tokens.create(
    NewToken.parse({
      userId: shop.id,
      name: 'Orders',
      expiry: { kind: 'days', days: 30, zone: 'UTC' },
      grants: [{ entityId: entity.id, permissions: ['read'] }],
    }),
  )
  const desk = await account('desk')
  const issued = await house.clients.create({ userId: desk.id, name: 'Apache' })
  const pair = `${issued.client.id}:${issued.secret}`

  async function ask() {
    const answer = await fetch(`http://127.0.0.1:${port}/oauth2/introspect`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` },
      body: new URLSearchParams({ token: secret }),
    })
    return [answer.status, await answer.json()]
  }
  return { house, gateway, desk, token, client: issued.client, ask }
}

const refused = [401, { error: 'invalid_client' }]
const active = [200, expect.objectContaining({ active: true, username: 'shop' })]

it('each step in the window decides about the next question, and the rows say what happened', async () => {
  const { house, gateway, desk, token, client, ask } = await world()
  expect(await ask()).toEqual(active)
  const { value: disabled } = await house.users.setStatus({
    id: desk.id,
    version: desk.version,
    status: 'disabled',
  })
  expect(await ask()).toEqual(refused)
  const { value: enabled } = await house.users.setStatus({
    id: desk.id,
    version: disabled.version,
    status: 'active',
  })
  expect(await ask()).toEqual(active)
  await house.access.set({ userId: desk.id, version: enabled.version, grants: [] })
  expect(await ask()).toEqual([200, { active: false }])
  await house.clients.revoke(client.id)
  expect(await ask()).toEqual(refused)

  await gateway.writeCalls()
  expect(house.rows('select client_id, calls, last_used_from from gw.client_usage')).toEqual([
    { client_id: client.id, calls: 3, last_used_from: '127.0.0.1' },
  ])
  expect(house.rows('select token_id, allowed, refused from gw.token_usage')).toEqual([
    { token_id: token.id, allowed: 2, refused: 1 },
  ])
  expect(house.rows('select * from gw.token_entity_usage')).toEqual([])
  expect(house.rows('select token_id, reason, status from gw.refused_call order by id')).toEqual([
    { token_id: null, reason: 'client_user_disabled', status: 401 },
    { token_id: token.id, reason: 'beyond_client_access', status: 200 },
    { token_id: null, reason: 'client_revoked', status: 401 },
  ])
})

it('credentials that were brought back, or given to somebody else, outside Keyward are refused', async () => {
  const { house, client, ask } = await world()
  expect(await ask()).toEqual(active)
  house.run("update client set user_id = (select id from user where username = 'shop')")
  expect(await ask()).toEqual(refused)
  house.run("update client set user_id = (select id from user where username = 'desk')")
  expect(await ask()).toEqual(active)
  await house.clients.revoke(client.id)
  house.run('update client set revoked_at = null')
  expect(await ask()).toEqual(refused)
})
