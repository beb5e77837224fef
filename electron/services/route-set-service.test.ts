import { expect, it } from 'vitest'
import type { RouteSetId } from '../contract/id'
import { RouteRules, type RouteSet } from '../contract/route-set'
import { openHouse, refusalOf, type House } from './house.fixture'

async function openShop() {
  const house = await openHouse({ signedIn: true })
  await house.createEntity('orders')
  const routeSet = await house.routeSets.create({ name: 'shop', title: 'Shop' })
  return { house, routeSet }
}

const rules = RouteRules.parse([
  { path: '/healthz', methods: ['GET'], permission: 'open' },
  { path: '/api/{entity}/{id}' },
  { path: '/reports/**', host: 'erp.example', entity: 'orders', permission: 'read' },
])

const row = (house: House) => {
  const [stored = {}] = house.rows('select * from route_set')
  return { ...stored, rules: JSON.parse(String(stored['rules'])) as unknown }
}

it('a new route set asks this machine alone, has no rule, and is told of', async () => {
  const { house, routeSet } = await openShop()
  expect(row(house)).toMatchObject({
    name: 'shop',
    title: 'Shop',
    enabled: 1,
    proxies: '["127.0.0.1/32","::1/128"]',
    rules: [],
    version: 1,
  })
  expect(await house.routeSets.list()).toEqual([routeSet])
  expect(house.lastEntry()).toMatchObject({
    action: 'route_set.created',
    subjectId: String(routeSet.id),
    before: null,
    after: { name: 'shop', title: 'Shop', enabled: true, rules: [] },
  })
  expect(house.gateway.told.at(-1)).toBe('forget')
  expect(house.announced()).toContain('route_sets')
})

it('no two have one name', async () => {
  const { house } = await openShop()
  expect(await refusalOf(house.routeSets.create({ name: 'shop', title: 'Other' }))).toEqual({
    code: 'route_set_name_taken',
    field: 'name',
  })
  expect(house.rows('select count(*) as n from route_set')).toEqual([{ n: 1 }])
})

it('a change is kept, told with before and after, and counts at the next call', async () => {
  const { house, routeSet } = await openShop()
  house.gateway.told.length = 0
  const { value, enforced } = await house.routeSets.change({
    ...routeSet,
    title: 'Web shop',
    proxies: ['10.1.2.3/8', '10.0.0.0/8', '::1'],
    rules,
  })
  expect(enforced).toBe('at_once')
  expect(value).toMatchObject({ version: 2, proxies: ['10.0.0.0/8', '::1/128'], rules })
  expect(row(house)).toMatchObject({ title: 'Web shop', version: 2, rules })
  expect(house.lastEntry()).toMatchObject({
    action: 'route_set.changed',
    subjectName: 'Web shop',
    before: { title: 'Shop', rules: [] },
    after: {
      title: 'Web shop',
      rules: [
        'GET /healthz open',
        'by method /api/{entity}/{id} {entity}:by method',
        'by method erp.example/reports/** orders:read',
      ],
    },
  })
  expect(house.gateway.told).toEqual(['forget'])
})

it('a change of what somebody else changed meanwhile is not saved', async () => {
  const { house, routeSet } = await openShop()
  await house.routeSets.change({ ...routeSet, enabled: false })
  const late: RouteSet = { ...routeSet, title: 'Late' }
  expect(await refusalOf(house.routeSets.change(late))).toEqual({ code: 'changed_meanwhile' })
  expect(await refusalOf(house.routeSets.remove(routeSet))).toEqual({ code: 'changed_meanwhile' })
  expect(row(house)).toMatchObject({ title: 'Shop', enabled: 0, version: 2 })
})

it('a rule for an entity that does not exist is refused at that rule', async () => {
  const { house, routeSet } = await openShop()
  const [open, mine, reports] = rules
  const wrong = [open!, mine!, { ...reports!, entity: 'nothing' }]
  expect(await refusalOf(house.routeSets.change({ ...routeSet, rules: wrong }))).toEqual({
    code: 'not_found',
    field: 'rules.2.entity',
  })
  expect(row(house)).toMatchObject({ rules: [], version: 1 })
})

it('a route set that is deleted is gone, and the log says what it was', async () => {
  const { house, routeSet } = await openShop()
  const { value } = await house.routeSets.change({ ...routeSet, rules })
  await house.routeSets.remove(value)
  expect(house.rows('select * from route_set')).toEqual([])
  expect(house.lastEntry()).toMatchObject({
    action: 'route_set.deleted',
    before: { name: 'shop', rules: expect.arrayContaining(['GET /healthz open']) },
    after: null,
  })
  expect(house.gateway.told.at(-1)).toBe('forget')
  expect(await refusalOf(house.routeSets.get(routeSet.id))).toEqual({ code: 'not_found' })
  expect(await refusalOf(house.routeSets.remove({ id: 99 as RouteSetId, version: 1 }))).toEqual({
    code: 'not_found',
  })
})

it.each([
  ['GET', '', '/healthz', { outcome: 'open', rule: 0 }],
  [
    'DELETE',
    'any.example',
    '/api/orders/7?x=1',
    { outcome: 'needs_token', rule: 1, entity: 'orders', permission: 'delete', exists: true },
  ],
  [
    'GET',
    '',
    '/api/nothing/7',
    { outcome: 'needs_token', rule: 1, entity: 'nothing', permission: 'read', exists: false },
  ],
  [
    'POST',
    'ERP.example:8443',
    '/reports',
    { outcome: 'needs_token', rule: 2, entity: 'orders', permission: 'read', exists: true },
  ],
  ['GET', '', '/reports', { outcome: 'no_route' }],
  ['OPTIONS', '', '/api/orders/7', { outcome: 'no_route' }],
  ['GET', '', '/api/../admin', { outcome: 'ambiguous' }],
  ['GET', 'erp.example.', '/reports', { outcome: 'ambiguous' }],
  ['GET', '', '', { outcome: 'ambiguous' }],
])('the test line says of %s %s%s what the gateway would', async (method, host, path, outcome) => {
  const { house } = await openShop()
  expect(await house.routeSets.match({ rules, method, host, path })).toEqual(outcome)
})

it('a configuration names the gateway and the route set', async () => {
  const { house, routeSet } = await openShop()
  const written = await house.routeSets.configuration(routeSet.id)
  expect(written.map((one) => one.proxy)).toEqual(['nginx', 'caddy', 'traefik', 'envoy'])
  const addresses = written.map(({ text }) => /\/v1\/authz\/[a-z-]+\/shop\b/.exec(text)?.[0])
  expect(addresses).toEqual([
    '/v1/authz/auth-request/shop',
    '/v1/authz/forward-auth/shop',
    '/v1/authz/forward-auth/shop',
    '/v1/authz/ext-authz/shop',
  ])
  for (const { text } of written) expect(text).toContain('7878')
})

it('rules that were edited outside Keyward into none that could be saved open nothing', async () => {
  const { house } = await openShop()
  house.run(`update route_set set rules = '[{"path":"/**","permission":"open"}]'`)
  await expect(house.routeSets.list()).rejects.toThrow('open_methods')
})
