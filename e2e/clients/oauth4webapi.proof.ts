import {
  allowInsecureRequests,
  ClientSecretBasic,
  ClientSecretPost,
  discoveryRequest,
  introspectionRequest,
  processDiscoveryResponse,
  processIntrospectionResponse,
  WWWAuthenticateChallengeError,
} from 'oauth4webapi'
import { expect, test } from 'vitest'
import { issueClient, issueToken, openWorld } from './world'

const overHttp = { [allowInsecureRequests]: true }

test('oauth4webapi finds the endpoint by discovery and introspects with Basic and in the body', async () => {
  const world = await openWorld()
  const { secret: token, token: issued, user } = await issueToken(world, 'orders')
  const { client, user: asker, clientId, secret } = await issueClient(world)
  const issuer = new URL(world.baseUrl)
  const server = await processDiscoveryResponse(
    issuer,
    await discoveryRequest(issuer, { algorithm: 'oauth2', ...overHttp }),
  )
  const ask = async (presented: string, method = ClientSecretBasic, withSecret = secret) => {
    const caller = { client_id: clientId }
    const request = introspectionRequest(server, caller, method(withSecret), presented, overHttp)
    return processIntrospectionResponse(server, caller, await request)
  }

  for (const method of [ClientSecretBasic, ClientSecretPost]) {
    expect(await ask(token, method)).toMatchObject({
      active: true,
      iss: world.baseUrl,
      jti: issued.id,
      sub: String(user.id),
      username: 'orders-reader',
      scope: 'orders:read orders:write',
      permissions: { orders: ['read', 'write'] },
    })
    expect(await ask('no token of ours', method)).toEqual({ active: false })
  }

  const wrong = await ask(token, ClientSecretBasic, 'wrong').catch((error: unknown) => error)
  expect(wrong).toBeInstanceOf(WWWAuthenticateChallengeError)
  expect((wrong as WWWAuthenticateChallengeError).cause).toEqual([
    { scheme: 'basic', parameters: { realm: 'keyward' } },
  ])

  const { house } = world
  const access = { userId: asker.id, version: asker.version, grants: [] }
  await house.access.set(access)
  expect(await ask(token)).toEqual({ active: false })
  await house.access.set({
    ...access,
    version: asker.version + 1,
    grants: [{ entityId: null, permissions: ['read'] }],
  })
  expect(await ask(token)).toMatchObject({ scope: 'orders:read' })
  await house.clients.revoke(client.id)
  await expect(ask(token)).rejects.toBeInstanceOf(WWWAuthenticateChallengeError)
  await world.gateway.writeCalls()
  expect(house.rows('select calls from gw.client_usage')).toEqual([{ calls: 6 }])
  expect(
    house.rows('select reason from gw.refused_call order by id').map(({ reason }) => reason),
  ).toEqual(['malformed_token', 'wrong_client_secret', 'beyond_client_access', 'client_revoked'])
})
