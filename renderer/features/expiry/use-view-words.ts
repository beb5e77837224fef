import { useTranslation } from 'react-i18next'
import { usualUnusedDays, type ExpiryView } from '../../../electron/contract/expiry-view'

/** What a ready view is called. */
export function useViewWords() {
  const { t } = useTranslation('expiry')
  return (view: ExpiryView, unusedDays: number): string =>
    view === 'unused' ? t('view.unused', { count: unusedDays }) : t(`view.${view}`)
}

/** What the view is called on paper, where nothing around it says what the days are. */
export function useViewTitle() {
  const { t } = useTranslation('expiry')
  const words = useViewWords()
  return (view: ExpiryView | null, unusedDays = usualUnusedDays): string => {
    if (view === null) return t('title')
    if (view === 'within_7' || view === 'within_30' || view === 'within_90')
      return t(`reportTitle.${view}`)
    return `${t('title')}: ${words(view, unusedDays)}`
  }
}
