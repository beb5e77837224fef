import { useTranslation } from 'react-i18next'
import type { RowCounts, Transfer } from '../../../electron/contract/transfer'

const kinds = ['created', 'replaced', 'skipped', 'refused'] as const

/** "12 created, 3 skipped": what there is of, or that there is nothing. */
export function useCountWords() {
  const { t } = useTranslation('transfers')
  return (counts: RowCounts): string => {
    const some = kinds.filter((kind) => counts[kind] > 0)
    return some.length === 0
      ? t('count.none')
      : some.map((kind) => t(`count.${kind}`, { count: counts[kind] })).join(', ')
  }
}

/** "12,000 of 80,000 rows · 4,000 a second · about 17 seconds left" */
export function useProgressWords() {
  const { t } = useTranslation('transfers')
  return ({ rows, totalRows, perSecond, part }: Transfer): string => {
    const done =
      totalRows === null
        ? t('progress.rows', { count: rows })
        : t('progress.of', { count: totalRows, rows })
    const left = leftSeconds(rows, totalRows, perSecond, part)
    return [
      done,
      ...(perSecond ? [t('progress.rate', { count: perSecond })] : []),
      ...(left === null
        ? []
        : [
            left < 60
              ? t('progress.secondsLeft', { count: left })
              : t('progress.minutesLeft', { count: Math.round(left / 60) }),
          ]),
    ].join(' · ')
  }
}

/** Where the rows of a file are not counted yet, the part of it that was read tells how many. */
function leftSeconds(
  rows: number,
  totalRows: number | null,
  perSecond: number | null,
  part: number,
): number | null {
  if (!perSecond || part <= 0 || rows === 0) return null
  const total = totalRows ?? rows / part
  return Math.max(1, Math.ceil((total - rows) / perSecond))
}
