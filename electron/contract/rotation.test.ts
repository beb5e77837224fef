import { describe, expect, it } from 'vitest'
import { evidenceOf, quietEnough, replacedAt, type SecretInUse } from './rotation'

const now = 1_795_219_200_000
const rotatedAt = now - 3 * quietEnough

const old = (lastUsedAt: number | null): SecretInUse => ({
  number: 1,
  isCurrent: false,
  since: 0,
  validUntil: now + 1,
  calls: lastUsedAt === null ? 0 : 1,
  lastUsedAt,
  lastUsedFrom: lastUsedAt === null ? null : '10.0.0.7',
})
const current = (calls: number, since: number | null = rotatedAt): SecretInUse => ({
  ...old(null),
  number: 2,
  isCurrent: true,
  since,
  validUntil: null,
  calls,
})
const verdict = (one: SecretInUse, newer: SecretInUse[], at = now) =>
  evidenceOf(one, [...newer, one], at).verdict

describe('an old secret', () => {
  it('is safe to retire after a whole day without a call, while the new one is used', () => {
    const quiet = old(now - quietEnough)
    expect(verdict(quiet, [current(214)])).toBe('safe')
    expect(verdict(quiet, [current(214)], now - 1)).toBe('still_used')
    expect(verdict(quiet, [current(0)])).toBe('new_unused')
    expect(evidenceOf(quiet, [current(214), quiet], now)).toEqual({
      verdict: 'safe',
      unusedSince: now - quietEnough,
      newCalls: 214,
    })
  })

  it('that was not called since it was replaced counts from there', () => {
    const never = old(null)
    expect(verdict(never, [current(1)])).toBe('safe')
    expect(evidenceOf(never, [current(1)], now).unusedSince).toBe(rotatedAt)
    expect(verdict(never, [current(1)], rotatedAt + quietEnough - 1)).toBe('too_early')
    expect(verdict(never, [current(1)], rotatedAt + quietEnough)).toBe('safe')
  })

  it('counts the calls with every secret that came after it', () => {
    const third = { ...current(0), number: 3 }
    expect(verdict(old(null), [third, { ...current(5), isCurrent: false }])).toBe('safe')
  })

  it('of which nobody knows when it was replaced is not called safe', () => {
    expect(verdict(old(null), [current(5, null)])).toBe('too_early')
  })
})

it('a refused call had the last secret that was over by then', () => {
  const secrets = [
    { number: 3, validUntil: null },
    { number: 2, validUntil: 200 },
    { number: 1, validUntil: 100 },
  ]
  expect(replacedAt(secrets, 99)?.number).toBe(2)
  expect(replacedAt(secrets, 100)?.number).toBe(1)
  expect(replacedAt(secrets, 199)?.number).toBe(1)
  expect(replacedAt(secrets, 200)?.number).toBe(2)
  expect(replacedAt([{ number: 1, validUntil: null }], 100)).toBeUndefined()
})
