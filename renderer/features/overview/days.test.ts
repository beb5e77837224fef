import { expect, test } from 'vitest'
import { daysUpTo } from './days'

test('days begin at midnight of the calendar on the wall, also where one has 25 hours', () => {
  const now = Date.UTC(2026, 9, 26, 12)
  const days = daysUpTo(now, 3, 'Europe/Prague')
  expect(days.map((at) => new Date(at).toISOString())).toEqual([
    '2026-10-23T22:00:00.000Z',
    '2026-10-24T22:00:00.000Z',
    '2026-10-25T23:00:00.000Z',
    '2026-10-26T23:00:00.000Z',
  ])
})
