import { useTranslation } from 'react-i18next'
import type { LeakScan } from '../../../electron/contract/leak'

/** What was scanned, in words. */
export function useScanName() {
  const { t } = useTranslation('leaks')
  return ({ name, paths }: Pick<LeakScan, 'name' | 'paths'>): string =>
    name === null
      ? t('of.text')
      : paths > 1
        ? t('of.several', { name, count: paths - 1 })
        : t('of.file', { name })
}
