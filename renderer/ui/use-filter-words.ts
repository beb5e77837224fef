import { useTranslation } from 'react-i18next'
import { useAnswer } from '../keyward'
import type { AskedFilter, FilterPart } from './inventory-filter'
import { dayWords, localZone } from './moments'

type Words = {
  [Part in Exclude<FilterPart, 'search'>]-?: (
    value: NonNullable<AskedFilter[Part]>,
  ) => string | null
}

/** What each part of a filter says, for the chips over a list and the head of a report. */
export function useFilterWords(filter: AskedFilter) {
  const { t } = useTranslation('inventory')
  const { t: common } = useTranslation('common')
  const entities = useAnswer('entities.names', undefined)
  const user = useAnswer(
    'users.get',
    { id: filter.userId! },
    { enabled: filter.userId !== undefined },
  )
  const day = (at: number) => dayWords(at, localZone())

  const words: Words = {
    show: (show) => (show === 'current' || filter.statuses ? null : t(`filtered.show.${show}`)),
    statuses: (statuses) => statuses.map((one) => common(`tokenStatus.${one}`)).join(', '),
    userId: (id) =>
      t('filtered.user', { name: user.data?.id === id ? user.data.displayName : `#${id}` }),
    userStatus: (status) => t(`filtered.userStatus.${status}`),
    entityId: (id) =>
      t('filtered.entity', {
        title: entities.data?.find((one) => one.id === id)?.title ?? `#${id}`,
      }),
    permission: (permission) =>
      t('filtered.permission', { permission: common(`permission.${permission}`) }),
    expiresWithinDays: (count) => t('filtered.expiresWithin', { count }),
    expiresFrom: (at) => t('filtered.expiresFrom', { day: day(at) }),
    expiresBefore: (at) => t('filtered.expiresBefore', { day: day(at) }),
    neverExpires: () => t('filtered.neverExpires'),
    neverUsed: () => t('filtered.neverUsed'),
    usedWithinDays: (count) => t('filtered.usedWithin', { count }),
    unusedDays: (count) => t('filtered.unused', { count }),
    unusedMark: (mark) => t(`filtered.unusedMark.${mark}`),
    calledAfterExpiry: () => t('filtered.calledAfterExpiry'),
    rotating: () => t('filtered.rotating'),
    unusedDeleteDays: (count) => t('filtered.unusedDelete', { count }),
    withoutContact: () => t('filtered.withoutContact'),
  }
  return (Object.keys(words) as (keyof Words)[]).flatMap((part) => {
    const value = filter[part]
    const said =
      value === undefined ? null : (words[part] as (value: unknown) => string | null)(value)
    return said === null ? [] : [{ part, words: said }]
  })
}
