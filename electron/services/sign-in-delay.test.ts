import { describe, expect, it } from 'vitest'
import { delayAfter, secondsToWait } from './sign-in-delay'

describe('the wait after wrong passwords', () => {
  it('is none for three tries, then doubles up to a quarter of an hour', () => {
    const waits = [0, 1, 2, 3, 4, 5, 12, 13, 14, 2000].map(delayAfter)
    expect(waits).toEqual([0, 0, 0, 1, 2, 4, 512, 900, 900, 900])
  })

  it('runs down to nothing', () => {
    expect(secondsToWait(7, 1_000_000, 1_000_000)).toBe(16)
    expect(secondsToWait(7, 1_000_000, 1_000_001)).toBe(16)
    expect(secondsToWait(7, 1_000_000, 1_015_999)).toBe(1)
    expect(secondsToWait(7, 1_000_000, 1_016_000)).toBe(0)
    expect(secondsToWait(7, 1_000_000, 9_000_000)).toBe(0)
  })

  it('starts again, and is no longer than whole, when the clock was set back', () => {
    expect(secondsToWait(7, 40_000_000_000, 1_000_000)).toBe(16)
  })
})
