import { expect, it } from 'vitest'
import { createSteadyClock } from './steady-clock'

const minute = 60_000
const year = 365 * 86_400_000
const noon = Date.UTC(2026, 10, 21, 12)

/** A wall clock that can be set, and time that passes whatever it says. */
function clockOf(seen = 0) {
  let wall = noon
  let elapsed = 0
  const clock = createSteadyClock({ wall: () => wall, elapsed: () => elapsed, seen })
  return {
    clock,
    set: (to: number) => void (wall = to),
    pass(milliseconds: number) {
      wall += milliseconds
      elapsed += milliseconds
    },
  }
}

it('is the clock on the wall, to the millisecond, as long as that goes forward', () => {
  const { clock, pass, set } = clockOf()
  expect(clock.now()).toBe(noon)
  pass(1)
  expect(clock.now()).toBe(noon + 1)
  set(noon + year)
  expect(clock.now()).toBe(noon + year)
  expect(clock.behindBy()).toBe(0)
})

it('never goes back, and time still passes on it', () => {
  const { clock, pass, set } = clockOf()
  clock.now()
  set(noon - year)
  expect(clock.now()).toBe(noon)
  pass(10 * minute)
  expect(clock.now()).toBe(noon + 10 * minute * 0.999)
  expect(clock.behindBy()).toBeGreaterThan(year - minute)
})

it('also passes when it is asked many times within a millisecond', () => {
  const { clock, pass, set } = clockOf()
  clock.now()
  set(noon - year)
  for (let asked = 0; asked < 1_000; asked += 1) {
    pass(0.5)
    clock.now()
  }
  expect(clock.now()).toBe(noon + 499)
})

it('is not taken behind what earlier runs have seen', () => {
  const { clock } = clockOf(noon + year)
  expect(clock.now()).toBe(noon + year)
})

it('lets a small step back heal by itself, and a slow clock be no step at all', () => {
  const { clock, pass, set } = clockOf()
  clock.now()
  set(noon - 100)
  pass(100_000)
  expect(clock.behindBy()).toBe(0)
  expect(clock.now()).toBe(noon - 100 + 100_000)
})

it('follows the wall clock back when it is told to', () => {
  const { clock, set, pass } = clockOf()
  clock.now()
  set(noon - year)
  clock.follow()
  expect(clock.now()).toBe(noon - year)
  pass(5)
  expect(clock.now()).toBe(noon - year + 5)
})
