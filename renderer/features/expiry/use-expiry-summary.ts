import { useState } from 'react'
import { failureIn, useAnswer } from '../../keyward'
import { localZone } from '../../ui/moments'
import { useNow } from '../../ui/useNow'
import { monthsFrom } from '../../ui/months'

/** The months are those of the calendar on the wall here; at midnight of the first they move on. */
export function useExpirySummary(filteredDays: number | undefined) {
  const now = useNow()
  const [chosenDays, setUnusedDays] = useState<number>()
  const unusedDays = filteredDays ?? chosenDays
  const summary = useAnswer('expiry.summary', {
    months: monthsFrom(now, localZone()),
    ...(unusedDays !== undefined && { unusedDays }),
  })
  return {
    summary: summary.data,
    failure: summary.data ? null : failureIn(summary.error),
    onRetry: () => void summary.refetch(),
    setUnusedDays,
  }
}
