import { expect, test } from 'vitest'
import { hour } from '../../../electron/contract/time'
import { typedMoment } from '../../ui/typed-moment'
import { chosenEnd, firstOverlap, isTooLong, type OverlapInput } from './overlap-choice'

const now = 1_795_219_200_000
const until = (at: number): OverlapInput => ({ choice: 'until', typed: typedMoment(at) })
const hours = (choice: 1 | 24 | 168): OverlapInput => ({ choice, typed: '' })

test('a day is proposed where the token lives as long, else as much as it allows', () => {
  expect(firstOverlap({ now, latest: null })).toEqual(hours(24))
  expect(firstOverlap({ now, latest: now + 24 * hour })).toEqual(hours(24))
  expect(firstOverlap({ now, latest: now + 24 * hour - 1 })).toEqual(hours(1))
  expect(firstOverlap({ now, latest: now + hour })).toEqual(hours(1))
  expect(firstOverlap({ now, latest: now + hour - 1 })).toEqual(until(now + hour - 1_000))
})

test('no choice reaches beyond the end of the token, to the millisecond', () => {
  expect(isTooLong(24, { now, latest: now + 24 * hour })).toBe(false)
  expect(isTooLong(24, { now, latest: now + 24 * hour - 1 })).toBe(true)
  const latest = now + 5_000
  expect(chosenEnd(until(latest), { now, latest })).toEqual({ end: latest, problem: null })
  expect(chosenEnd(until(latest + 1_000), { now, latest }).problem).toBe('beyond')
  expect(chosenEnd({ choice: 'at_once', typed: '' }, { now, latest })).toEqual({
    end: now,
    problem: null,
  })
})

test('a moment that is over, or none, is no end', () => {
  expect(chosenEnd(until(now), { now, latest: null }).problem).toBe('inPast')
  expect(chosenEnd(until(now + 1_000), { now, latest: null }).problem).toBeNull()
  for (const typed of ['', 'tomorrow', '2027-02-30 10:00:00'])
    expect(chosenEnd({ choice: 'until', typed }, { now, latest: null }).problem).toBe('notAMoment')
})

test('an extension is longer than what there is', () => {
  const limits = { now, latest: null, endsAt: now + 24 * hour }
  expect(chosenEnd(hours(24), limits).problem).toBe('notLonger')
  expect(chosenEnd(hours(24), { ...limits, endsAt: now + 24 * hour - 1 }).problem).toBeNull()
})
