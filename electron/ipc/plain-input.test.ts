import { describe, expect, it } from 'vitest'
import { isPlainInput } from './plain-input'

const cycle: Record<string, unknown> = {}
cycle.self = cycle

/** 2^40 leaves out of 40 small objects. */
const unfolding = Array.from({ length: 40 }).reduce<object>((inner) => ({ a: inner, b: inner }), {})
const nested = Array.from({ length: 10_000 }).reduce<object>((inner) => [inner], [])
const wideFan = Array.from({ length: 12 }).reduce<object>(
  (inner) => Array.from({ length: 10 }, () => inner),
  {},
)

describe('what a window may send', () => {
  it.each([undefined, null, 1, 'text', true, [], {}, { a: [{ b: null }] }, Object.create(null)])(
    'is plain: %j',
    (input) => expect(isPlainInput(input)).toBe(true),
  )

  it('may be as long as a form with 500 grants', () => {
    const grants = Array.from({ length: 500 }, (_, entityId) => ({
      entityId,
      permissions: ['read', 'write', 'delete'],
    }))
    expect(isPlainInput({ userId: 1, grants })).toBe(true)
  })

  it.each([
    ['a Map', new Map()],
    ['a Set', new Set()],
    ['a Date', new Date(0)],
    ['a buffer', new Uint8Array(4)],
    ['an error', new Error('x')],
    ['a big integer', 1n],
    ['a cycle', cycle],
    ['a few objects that unfold into millions', unfolding],
    ['a wide fan of one shared object', wideFan],
    ['deep nesting', nested],
    ['an array of holes', Object.assign([], { length: 2 ** 32 - 1 })],
    ['a huge text', 'x'.repeat(1024 * 1024)],
    ['a huge key', { ['x'.repeat(1024 * 1024)]: 1 }],
    ['many small texts', Array.from({ length: 30_000 }, () => 'x')],
    ['an own __proto__', JSON.parse('{"__proto__":{"role":"administrator"}}')],
    ['a Map further in', { a: [{ b: new Map() }] }],
  ])('is not %s', (_, input) => expect(isPlainInput(input)).toBe(false))
})
