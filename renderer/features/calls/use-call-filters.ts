import { useState } from 'react'
import { RefusalReason } from '../../../electron/contract/gateway'
import { TokenId } from '../../../electron/contract/id'
import { useListState } from '../../ui/useListState'

export const periods = ['hour', 'day', 'week', 'month'] as const
export type Period = (typeof periods)[number]

const hour = 3_600_000
const lengthOf: Record<Period, number> = {
  hour,
  day: 24 * hour,
  week: 7 * 24 * hour,
  month: 30 * 24 * hour,
}

/** The filters of the list as the address has them; it can hold anything. */
export function useCallFilters() {
  const list = useListState({ sort: 'at', direction: 'desc' })
  const { search } = list
  const reason = RefusalReason.safeParse(list.filter('reason')).data
  const tokenId = TokenId.safeParse(list.filter('tokenId')).data
  const entity = list.filter('entity')
  const period = periods.find((one) => one === list.filter('period'))
  // From when the page was opened on: a moment that moved would ask anew without end.
  const [openedAt] = useState(Date.now)
  const from = period && openedAt - lengthOf[period]
  const asked = {
    ...(reason && { reason }),
    ...(tokenId && { tokenId }),
    ...(entity && { entity }),
    ...(from && { from }),
    ...(search !== '' && { search }),
  }
  return { list, asked, period, isFiltered: Object.keys(asked).length > 0 }
}

export type CallFilters = ReturnType<typeof useCallFilters>
