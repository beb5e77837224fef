import { expect, it } from 'vitest'
import { RouteRules } from '../contract/route-set'
import { createGatewayWorld } from './gateway-world.fixture'

type Call = { method: string; url: string; headers?: Record<string, string>; payload?: string }

const json = { 'content-type': 'application/json' }
const records = '/v1/entities/invoices/records'

/** Each is let in by its token; what becomes of it afterwards is another matter. */
const calls: [status: number, Call][] = [
  [200, { method: 'GET', url: '/v1/token' }],
  [200, { method: 'HEAD', url: '/v1/token' }],
  [406, { method: 'GET', url: '/v1/token', headers: { accept: 'text/html' } }],
  [200, { method: 'GET', url: '/openapi.json' }],
  [200, { method: 'HEAD', url: '/openapi.json' }],
  [304, { method: 'GET', url: '/openapi.json', headers: { 'if-none-match': '*' } }],
  [406, { method: 'GET', url: '/openapi.json', headers: { accept: 'text/html' } }],
  [200, { method: 'GET', url: '/metrics' }],
  [200, { method: 'HEAD', url: '/metrics' }],
  [406, { method: 'GET', url: '/metrics', headers: { accept: 'application/json' } }],
  [200, { method: 'GET', url: records }],
  [200, { method: 'HEAD', url: records }],
  [406, { method: 'GET', url: records, headers: { accept: 'text/html' } }],
  [400, { method: 'GET', url: `${records}?limit=0` }],
  [404, { method: 'GET', url: `${records}/none` }],
  [404, { method: 'GET', url: '/v1/entities/nothing/records' }],
  [201, { method: 'POST', url: records, headers: json, payload: '{"number":"1"}' }],
  [422, { method: 'POST', url: records, headers: json, payload: '{}' }],
  [400, { method: 'POST', url: records, headers: json, payload: '{' }],
  [415, { method: 'POST', url: records, headers: { 'content-type': 'text/xml' }, payload: '<a/>' }],
  [413, { method: 'POST', url: records, headers: json, payload: ' '.repeat(1_048_577) }],
  [400, { method: 'POST', url: `${records}:batch`, headers: json, payload: '{"records":[]}' }],
  [404, { method: 'PATCH', url: `${records}/none`, headers: json, payload: '{}' }],
  [404, { method: 'DELETE', url: `${records}/none` }],
  [
    200,
    {
      method: 'GET',
      url: '/v1/authz/auth-request/shop',
      headers: { 'x-original-method': 'GET', 'x-original-uri': '/api/invoices' },
    },
  ],
  [200, { method: 'DELETE', url: '/v1/authz/ext-authz/shop/api/invoices' }],
]

it.each(calls)(
  'a call that is let in counts once, whatever the answer: %s to %j',
  async (status, call) => {
    const world = await createGatewayWorld()
    await world.memory.registry.routeSets.insert(
      {
        name: 'shop',
        title: 'Shop',
        enabled: true,
        proxies: ['127.0.0.1/32'],
        rules: RouteRules.parse([{ path: '/api/{entity}' }]),
        at: 0,
      },
      () => ({
        at: 0,
        actorId: null,
        actorName: 'Ada Lovelace',
        action: 'route_set.created',
        subjectKind: 'route_set',
        subjectId: '1',
        subjectName: 'Shop',
        concernsUserId: null,
        before: null,
        after: null,
      }),
    )
    const { authorization, tokenId } = world.issue([world.everything])
    const answer = await world.app.inject({
      ...call,
      method: call.method as 'GET',
      headers: { authorization, ...call.headers },
    })
    expect(answer.statusCode).toBe(status)
    await world.callLog.write()
    expect(world.memory.kept.counts).toMatchObject([{ tokenId, allowed: 1, refused: 0 }])
    expect(world.memory.kept.refused).toEqual([])
    expect(world.callLog.figures()).toMatchObject({ allowed: 1, refused: 0 })
    expect(world.reported).toEqual([])

    // And without a token it is refused once, before anything is said about what is there.
    const without = await world.app.inject({
      ...call,
      method: call.method as 'GET',
      headers: { ...call.headers },
    })
    expect(without.statusCode).toBe(401)
    expect(world.callLog.figures()).toMatchObject({ allowed: 1, refused: 1 })
  },
)
