import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { RouteRule } from '../contract/route-set'
import { matchRoute, type RoutedRequest } from './match-route'

/*
 * The matching once more, from its words: each rule becomes a list of every line of text that it
 * would fit, over the few words that are used here, and a request is one such line.
 */
const words = ['orders', 'api', 'a b', 'é', 'id', 'ORDERS']
const hosts = ['shop.example', 'erp.example']
const longest = 3

const usual: Record<string, string> = {
  GET: 'read',
  HEAD: 'read',
  POST: 'write',
  PUT: 'write',
  PATCH: 'write',
  DELETE: 'delete',
}
const methods = [...Object.keys(usual), 'OPTIONS', 'PROPFIND', 'get']

const everyTail = (most: number): string[][] =>
  most === 0
    ? [[]]
    : [[], ...words.flatMap((word) => everyTail(most - 1).map((tail) => [word, ...tail]))]

const tails = everyTail(longest)

function pathsOf(template: string): string[][] {
  const parts = template.split('/').filter((part) => part !== '')
  let paths: string[][] = [[]]
  for (const part of parts) {
    if (part === '**') paths = paths.flatMap((path) => tails.map((tail) => [...path, ...tail]))
    else if (part.startsWith('{'))
      paths = paths.flatMap((path) => words.map((word) => [...path, word]))
    else paths = paths.map((path) => [...path, part])
  }
  return paths.filter((path) => path.length <= longest)
}

const known = new Map<string, Set<string>>()
function linesOf(template: string): Set<string> {
  const lines = known.get(template) ?? new Set(pathsOf(template).map((path) => path.join('/')))
  known.set(template, lines)
  return lines
}

function oracle(rules: RouteRule[], { method, host, segments }: RoutedRequest) {
  const rule = rules.findIndex(
    (one) =>
      linesOf(one.path).has(segments.join('/')) &&
      (host === null || [null, host].includes(one.host)) &&
      (one.methods.length === 0 ? method in usual : (one.methods as string[]).includes(method)),
  )
  const decides = rules[rule]
  if (!decides || (decides.host !== null && host === null)) return { outcome: 'no_route' }
  if (decides.permission === 'open') return { outcome: 'open', rule }
  const place = decides.path.split('/').indexOf('{entity}') - 1
  return {
    outcome: 'needs_token',
    rule,
    entity: decides.entity ?? segments[place],
    permission: decides.permission === 'by_method' ? usual[method] : decides.permission,
  }
}

const part = fc.oneof(fc.constantFrom(...words), fc.constant('{id}'))
const rule = fc
  .record({
    host: fc.option(fc.constantFrom(...hosts), { nil: null }),
    methods: fc.oneof(
      fc.constant([]),
      fc.subarray(['GET', 'HEAD', 'POST', 'DELETE'], { minLength: 1 }),
      fc.constant(['OPTIONS']),
    ),
    parts: fc.array(part, { maxLength: longest }),
    entityAt: fc.option(fc.nat(2), { nil: null }),
    below: fc.boolean(),
    permission: fc.constantFrom('by_method', 'read', 'write', 'delete', 'open'),
  })
  .map(({ parts, entityAt, below, host, methods: taken, permission }) => {
    const path = [...parts]
    const isOpen = permission === 'open'
    if (entityAt !== null && !isOpen && path.length > 0) path[entityAt % path.length] = '{entity}'
    const entity = isOpen || path.includes('{entity}') ? null : 'invoices'
    return {
      host,
      methods: isOpen && taken.length === 0 ? ['GET'] : taken,
      path: `/${[...path, ...(below ? ['**'] : [])].join('/')}`,
      entity,
      permission:
        (taken as string[]).includes('OPTIONS') && permission === 'by_method' ? 'open' : permission,
    }
  })
  // An open rule names no entity.
  .filter((one) => one.permission !== 'open' || (!one.path.includes('{entity}') && !one.entity))
  .map((one) => one as RouteRule)

const request = fc.record({
  method: fc.constantFrom(...methods),
  host: fc.constantFrom(null, ...hosts, 'other.example'),
  segments: fc.array(fc.constantFrom(...words), { maxLength: longest }),
})

it('the first rule that fits decides, in 20 000 sets of rules as the slow oracle says', () => {
  const outcomes = new Set<string>()
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 6 }), request, (rules, asked) => {
      const matched = matchRoute(rules, asked)
      outcomes.add(matched.outcome)
      expect(matched).toEqual(oracle(rules, asked))
    }),
    { numRuns: 20_000 },
  )
  expect([...outcomes].toSorted()).toEqual(['needs_token', 'no_route', 'open'])
})
