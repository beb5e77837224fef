import { Policy } from '../contract/policy'
import { describe, expect, it } from 'vitest'
import type { ExpiryChoice } from '../contract/expiry'
import { newExpiry } from './token-expiry'

const now = Date.UTC(2026, 10, 21, 12)
const day = 86_400_000
const zone = 'Europe/Berlin'
const inDays = (days: number): ExpiryChoice => ({ kind: 'days', days, zone })
const onDay = (date: string): ExpiryChoice => ({ kind: 'date', date, zone })
const limit = (longestLifetimeDays: number | null, neverAllowed = false) =>
  Policy.parse({ longestLifetimeDays, neverAllowed, callsPerMinute: 600 })
const refused = (code: string, detail?: object) =>
  expect.objectContaining({ code, field: 'expiry', ...(detail && { detail }) })

describe('the end of a new token', () => {
  it('is the last millisecond of the chosen day in the chosen zone', () => {
    const end = Date.UTC(2027, 2, 31, 21, 59, 59, 999)
    expect(newExpiry(onDay('2027-03-31'), limit(366), now)).toBe(end)
    expect(newExpiry(onDay('2027-03-31'), limit(null), now)).toBe(end)
  })

  it('may be today, but not yesterday', () => {
    expect(newExpiry(onDay('2026-11-21'), limit(366), now)).toBeGreaterThan(now)
    expect(() => newExpiry(onDay('2026-11-20'), limit(366), now)).toThrow(refused('expiry_in_past'))
  })

  it('fits a limit of as many days, and never outlives it', () => {
    expect(newExpiry(inDays(30), limit(30), now)).toBe(now + 30 * day)
    expect(newExpiry(inDays(29), limit(30), now)).toBeLessThan(now + 30 * day)
  })

  it('beyond the limit is refused with the limit', () => {
    const beyond = refused('expiry_beyond_policy', { days: 30 })
    expect(() => newExpiry(inDays(31), limit(30), now)).toThrow(beyond)
    expect(() => newExpiry(onDay('2026-12-22'), limit(30), now)).toThrow(beyond)
    expect(() => newExpiry(onDay('9999-12-31'), limit(30, true), now)).toThrow(beyond)
  })

  it('is never only where the policy allows it', () => {
    expect(newExpiry({ kind: 'never' }, limit(366, true), now)).toBeNull()
    expect(() => newExpiry({ kind: 'never' }, limit(null), now)).toThrow(
      refused('never_not_allowed'),
    )
  })
})
