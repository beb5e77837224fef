const freeTries = 3
const longestSeconds = 15 * 60

/** Seconds to wait after so many wrong passwords in a row: 0, 0, 0, 1, 2, 4 ... at most 15 minutes. */
export const delayAfter = (failures: number): number =>
  failures < freeTries ? 0 : Math.min(longestSeconds, 2 ** (failures - freeTries))

/**
 * Whole seconds until the next try. A last failure that lies in the future (the clock was set
 * back) counts as one of this moment: the wait starts again, it is never skipped.
 */
export function secondsToWait(failures: number, lastFailedAt: number, now: number): number {
  const elapsed = now - Math.min(lastFailedAt, now)
  return Math.max(0, Math.ceil(delayAfter(failures) - elapsed / 1000))
}
