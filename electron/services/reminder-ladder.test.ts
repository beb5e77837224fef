import { describe, expect, it } from 'vitest'
import { TokenStatus } from '../contract/token'
import { daysLeft, dueStep, farthest, startOfTomorrow, stillCalled } from './reminder-ladder'

const zone = 'Europe/Prague'
const ladder = [60, 30, 14, 7, 1, 0]
const at = (text: string) => Date.parse(text)
/** The end of 31 March 2027 in Prague, where the clocks change on the 28th. */
const expiresAt = at('2027-03-31T23:59:59.999+02:00')

const token = {
  status: 'active' as TokenStatus,
  createdAt: at('2026-01-01T00:00:00Z'),
  expiresAt,
  calledAt: null,
  reminded: null,
}
const due = (now: number, more: Partial<Parameters<typeof dueStep>[0]> = {}) =>
  dueStep({ ...token, ...more }, { ladder, now, zone })

describe('a token is reminded of on the days before its last one', () => {
  it.each([
    [60, '2027-01-30T00:00:00+01:00', null],
    [30, '2027-03-01T00:00:00+01:00', 60],
    [14, '2027-03-17T00:00:00+01:00', 30],
    [7, '2027-03-24T00:00:00+01:00', 14],
    [1, '2027-03-30T00:00:00+02:00', 7],
    [0, '2027-03-31T00:00:00+02:00', 1],
  ])('%s days before, from the first millisecond of that day', (step, begins, before) => {
    expect(due(at(begins))).toBe(step)
    expect(due(at(begins) - 1)).toBe(before)
  })

  it('until it ends, and not from that millisecond on', () => {
    expect(due(expiresAt - 1)).toBe(0)
    expect(due(expiresAt)).toBeNull()
  })

  it('one that ends at midnight has its last day before that', () => {
    const midnight = at('2027-04-01T00:00:00+02:00')
    expect(due(at('2027-03-31T00:00:00+02:00'), { expiresAt: midnight })).toBe(0)
    expect(due(at('2027-03-31T00:00:00+02:00') - 1, { expiresAt: midnight })).toBe(1)
  })
})

describe('what was reminded of is not said again', () => {
  const now = at('2027-03-27T12:00:00+01:00')

  it('who was away for weeks is reminded of the nearest step alone', () => {
    expect(due(now, { reminded: { expiresAt, step: 60 } })).toBe(7)
    expect(due(now, { reminded: { expiresAt, step: 7 } })).toBeNull()
    expect(due(now, { reminded: { expiresAt, step: 1 } })).toBeNull()
  })

  it('an expiry that was moved begins anew', () => {
    const reminded = { expiresAt: expiresAt + 1, step: 0 }
    expect(due(now, { reminded })).toBe(7)
  })

  it('a clock that goes back a year reminds of nothing a second time', () => {
    const reminded = { expiresAt, step: 7 }
    expect(due(at('2026-03-27T12:00:00+01:00'), { reminded })).toBeNull()
    expect(due(at('2027-01-30T12:00:00+01:00'), { reminded })).toBeNull()
  })
})

it('a step that had begun when the token was made is none', () => {
  const begins = at('2027-03-01T00:00:00+01:00')
  const now = at('2027-03-02T00:00:00+01:00')
  expect(due(now, { createdAt: begins })).toBeNull()
  expect(due(now, { createdAt: begins - 1 })).toBe(30)
  expect(due(at('2027-03-17T00:00:00+01:00'), { createdAt: begins })).toBe(14)
})

describe('which tokens are reminded of', () => {
  const now = at('2027-03-27T12:00:00+01:00')
  const told = ['not_yet_active', 'expiring_soon', 'active', 'expired']

  it.each(TokenStatus.options)('with the status %s', (status) => {
    expect(due(now, { status })).toBe(told.includes(status) ? 7 : null)
  })

  it('an expired one when it was called from its end on, once', () => {
    const later = expiresAt + 1000
    const status = 'expired'
    expect(due(later, { status })).toBeNull()
    expect(due(later, { status, calledAt: expiresAt - 1 })).toBeNull()
    expect(due(later, { status, calledAt: expiresAt })).toBe(stillCalled)
    const reminded = { expiresAt, step: 0 }
    expect(due(later, { status, calledAt: expiresAt, reminded })).toBe(stillCalled)
    const again = { expiresAt, step: stillCalled }
    expect(due(later, { status, calledAt: later, reminded: again })).toBeNull()
  })
})

it('no ladder, no reminder', () => {
  expect(dueStep(token, { ladder: [], now: expiresAt - 1, zone })).toBeNull()
})

it('days are those of the calendar, also where one has 23 hours', () => {
  expect(daysLeft(expiresAt, at('2027-03-27T23:59:59.999+01:00'), zone)).toBe(4)
  expect(daysLeft(expiresAt, at('2027-03-31T00:00:00+02:00'), zone)).toBe(0)
  expect(startOfTomorrow(at('2027-03-27T12:00:00+01:00'), zone)).toBe(
    at('2027-03-28T00:00:00+01:00'),
  )
  expect(farthest([1, 0], at('2027-03-27T12:00:00+01:00'), zone)).toBe(
    at('2027-03-29T00:00:00+02:00'),
  )
})
