const hour = 3_600_000
const day = 24 * hour

/**
 * The moments at which a token's calls are counted, the last one its last use: hours of the last
 * day, which the overview sums up, days of the last quarter, and weeks before.
 */
export function usageMoments(from: number, lastUsedAt: number, now: number): number[] {
  const moments = [lastUsedAt]
  for (let moment = lastUsedAt; ;) {
    const age = now - moment
    moment -= age < day ? hour : age < 90 * day ? day : 7 * day
    if (moment <= from) return moments.toReversed()
    moments.push(moment)
  }
}
