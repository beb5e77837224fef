import { describe, expect, it } from 'vitest'
import { day, hour } from '../contract/time'
import { refusedSpike, spikeSince } from './refused-spike'

const now = Date.UTC(2026, 10, 21, 12, 30)
const thisHour = Math.floor(now / hour)
const observedSince = now - 100 * day

/** So many refused calls in the hour that many hours ago. */
const ago = (hours: number, refused: number) => ({ hour: thisHour - hours, refused })

/** The same number on each of the 14 days before the last 24 hours. */
const everyDay = (refused: number) =>
  Array.from({ length: 14 }, (_, at) => ago(24 + at * 24, refused))

describe('a spike of refused calls', () => {
  it('is at least three times as many as on a usual day', () => {
    expect(refusedSpike([...everyDay(20), ago(0, 60)], { now, observedSince })).toEqual({
      count: 60,
      usual: 20,
    })
    expect(refusedSpike([...everyDay(20), ago(0, 59)], { now, observedSince })).toBeNull()
  })

  it('is at least fifty, however quiet it was before', () => {
    expect(refusedSpike([ago(0, 49)], { now, observedSince })).toBeNull()
    expect(refusedSpike([ago(0, 50)], { now, observedSince })).toEqual({ count: 50, usual: 0 })
  })

  it('counts the running hour and the 23 before it, and holds them to the two weeks before', () => {
    expect(refusedSpike([ago(0, 25), ago(23, 25)], { now, observedSince })?.count).toBe(50)
    expect(refusedSpike([ago(0, 25), ago(24, 25)], { now, observedSince })).toBeNull()
    const oldest = spikeSince(now)
    expect(oldest).toBe(thisHour - 23 - 14 * 24)
    const within = [{ hour: oldest, refused: 1_400 }, ago(0, 200)]
    expect(refusedSpike(within, { now, observedSince })).toBeNull()
    const beyond = [{ hour: oldest - 1, refused: 1_400 }, ago(0, 200)]
    expect(refusedSpike(beyond, { now, observedSince })).toEqual({ count: 200, usual: 0 })
  })

  it('is none where as many were refused on each of the few days that were observed', () => {
    const hours = [ago(24, 60), ago(48, 60), ago(0, 60)]
    expect(refusedSpike(hours, { now, observedSince: now - 3 * day })).toBeNull()
    expect(refusedSpike(hours, { now, observedSince })).not.toBeNull()
  })
})
