import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Policy } from '../../../electron/contract/policy'
import { whatGetsStricter } from './stricter'

export function StricterWords({ before, after }: { before: Policy; after: Policy }) {
  const { t } = useTranslation('policies')
  const stricter = whatGetsStricter(before, after)
  return (
    <>
      {stricter.includes('longestLifetimeDays') && (
        <Typography>{t('stricter.lifetime', { count: after.longestLifetimeDays ?? 0 })}</Typography>
      )}
      {stricter.includes('callsPerMinute') && (
        <Typography>{t('stricter.rate', { count: after.callsPerMinute })}</Typography>
      )}
      {stricter.includes('neverAllowed') && <Typography>{t('stricter.never')}</Typography>}
    </>
  )
}
