import { useState } from 'react'
import { ActivityAction, ActivityGroup, SubjectKind } from '../../../electron/contract/activity'
import { UserId } from '../../../electron/contract/id'
import { momentTyped } from '../../ui/typed-moment'
import { useListState } from '../../ui/useListState'
import { lengthOf, periods } from './periods'

/** The filters of the list as the address has them; it can hold anything. */
export function useActivityFilters() {
  const list = useListState({ sort: 'at', direction: 'desc' })
  const { search } = list
  const action = ActivityAction.safeParse(list.filter('action')).data
  const subjectKind = SubjectKind.safeParse(list.filter('kind')).data
  const subjectId = subjectKind && list.filter('object')?.slice(0, 64)
  const group = ActivityGroup.safeParse(list.filter('group')).data
  const typedActor = list.filter('actor')
  const actor =
    typedActor === 'keyward' ? ('keyward' as const) : UserId.safeParse(Number(typedActor)).data
  const chosen = list.filter('period')
  const period = periods.find((one) => one === chosen)
  const isCustom = chosen === 'custom'
  // From when the page was opened on: a moment that moved would ask anew without end.
  const [openedAt] = useState(Date.now)
  const typed = { from: list.filter('from') ?? '', to: list.filter('to') ?? '' }
  const from = period ? openedAt - lengthOf[period] : isCustom ? momentIn(typed.from) : undefined
  const to = isCustom ? momentIn(typed.to) : undefined
  const asked = {
    ...(search !== '' && { search }),
    ...(action && { action }),
    ...(actor !== undefined && { actor }),
    ...(subjectKind && { subjectKind }),
    ...(subjectId && { subjectId }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(group && { group }),
  }
  return {
    list,
    asked,
    /** What the field of times shows. */
    period: period ?? (isCustom ? 'custom' : undefined),
    typed,
    isNarrowed: Object.keys(asked).length > 0,
  }
}

export type ActivityFilters = ReturnType<typeof useActivityFilters>

/** Undefined where nothing, or no moment, was typed. */
function momentIn(typed: string): number | undefined {
  const moment = momentTyped(typed)
  return Number.isNaN(moment) ? undefined : moment
}
