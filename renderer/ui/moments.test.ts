import { expect, test } from 'vitest'
import {
  dayWords,
  exactWords,
  lengthWords,
  relativeDays,
  relativeWords,
  shortMoment,
} from './moments'

const hour = 3_600_000
const noon = Date.UTC(2026, 10, 22, 12)

test('a moment is told in the largest unit that fits, never rounded up', () => {
  expect(relativeWords(noon - 3.9 * hour, noon)).toBe('3 hours ago')
  expect(relativeWords(noon + 12.5 * 24 * hour, noon)).toBe('in 12 days')
  expect(relativeWords(noon - 61_000, noon)).toBe('1 minute ago')
  expect(relativeWords(noon - 20_000, noon)).toBeNull()
})

test('the end of the day 30 days from today is in 30 days, at any hour of today', () => {
  const end = Date.UTC(2026, 11, 22, 22, 59, 59, 999) // 23:59:59.999 in Prague
  expect(relativeDays(end, Date.UTC(2026, 10, 22, 0), 'Europe/Prague')).toBe('in 30 days')
  expect(relativeDays(end, Date.UTC(2026, 10, 22, 22), 'Europe/Prague')).toBe('in 30 days')
  expect(relativeDays(end, end + 1, 'Europe/Prague')).toBe('yesterday')
})

test('an expiry is written as the day that was chosen, in the zone in which it was', () => {
  const end = Date.UTC(2027, 2, 31, 21, 59, 59, 999)
  expect(dayWords(end, 'Europe/Prague')).toBe('31 Mar 2027')
  expect(exactWords(end, 'Europe/Prague')).toContain('31 March 2027')
  expect(exactWords(end, 'Europe/Prague')).toContain('(Europe/Prague)')
  expect(exactWords(end, 'UTC').match(/UTC/g)).toHaveLength(1)
})

test('a length is cut off to its largest unit, and has no words within a minute', () => {
  expect(lengthWords(3.9 * 24 * hour)).toBe('3 days')
  expect(lengthWords(24 * hour)).toBe('1 day')
  expect(lengthWords(24 * hour - 1)).toBe('23 hours')
  expect(lengthWords(59_999)).toBeNull()
})

test('where room is short a moment of today is its time, and another year is written', () => {
  const short = (at: number) => shortMoment(at, noon, 'Europe/Prague')
  expect(short(noon + hour)).toBe('14:00')
  expect(short(noon + 10 * hour)).toBe('23:00')
  expect(short(noon + 11 * hour)).toBe('23 Nov')
  expect(short(Date.UTC(2027, 0, 2))).toBe('2 Jan 2027')
})
