import { expect, it } from 'vitest'
import { RouteRule, RouteRules } from './route-set'

const issuesOf = (rule: unknown) =>
  RouteRule.safeParse(rule).error?.issues.map(({ path, message }) => [path.join('.'), message]) ??
  []

it.each([
  { path: '/', entity: 'orders' },
  { path: '/**', entity: 'orders' },
  { path: '/api/{entity}/{id}' },
  { path: '/api/{entity}/**' },
  { path: '/caf\u00e9/a b', entity: 'orders', permission: 'write' },
  { path: '/healthz', methods: ['GET'], permission: 'open' },
  { path: '/api/{id}', methods: ['OPTIONS'], permission: 'open' },
  { path: '/api/{entity}', methods: ['OPTIONS'], permission: 'read' },
  { path: '/api/{entity}', host: ' API.example.com ' },
  { path: '/api/{entity}', host: '[::1]' },
])('the rule %j is taken', (rule) => expect(issuesOf(rule)).toEqual([]))

it.each([
  [{ path: '' }, 'path', 'route_path'],
  [{ path: 'api/{entity}' }, 'path', 'route_path'],
  [{ path: '/api//{entity}' }, 'path', 'route_path'],
  [{ path: '/api/../{entity}' }, 'path', 'route_path'],
  [{ path: '/api/**/{entity}' }, 'path', 'route_path'],
  [{ path: '/api/*', entity: 'orders' }, 'path', 'route_path'],
  [{ path: '/api/{entity}/' }, 'path', 'route_path'],
  [{ path: '/{entity}/{entity}' }, 'path', 'route_path'],
  [{ path: '/api/{order}', entity: 'orders' }, 'path', 'route_path'],
  [{ path: '/api/a%20b', entity: 'orders' }, 'path', 'route_path'],
  [{ path: '/a;b', entity: 'orders' }, 'path', 'route_path'],
  [{ path: '/a?b', entity: 'orders' }, 'path', 'route_path'],
  [{ path: '/api/x' }, 'entity', 'entity_missing'],
  [{ path: '/{entity}', entity: 'orders' }, 'entity', 'entity_twice'],
  [{ path: '/x', permission: 'open' }, 'methods', 'open_methods'],
  [{ path: '/{entity}', methods: ['GET'], permission: 'open' }, 'entity', 'open_entity'],
  [{ path: '/{entity}', methods: ['OPTIONS'] }, 'permission', 'method_without_permission'],
  [{ path: '/{entity}', host: 'api.example.com:80' }, 'host', 'host_name'],
  [{ path: '/{entity}', host: '*.example.com' }, 'host', 'host_name'],
  [{ path: '/{entity}', host: 'api.example.com.' }, 'host', 'host_name'],
])('the rule %j is refused at its %s', (rule, field, code) =>
  expect(issuesOf(rule)).toEqual([[field, code]]),
)

it('takes 200 rules and no more', () => {
  const rules = (count: number) => Array.from({ length: count }, () => ({ path: '/{entity}' }))
  expect(RouteRules.safeParse(rules(200)).success).toBe(true)
  expect(RouteRules.safeParse(rules(201)).error?.issues[0]?.message).toBe('too_many')
})
