import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Policy } from '../../../electron/contract/policy'
import { whatGetsStricter } from './stricter'

/** What no list of tokens shows. */
export function StricterWords({ before, after }: { before: Policy; after: Policy }) {
  const { t } = useTranslation('policies')
  const stricter = whatGetsStricter(before, after)
  return (
    <>
      {stricter.includes('callsPerMinute') && (
        <Typography>{t('stricter.rate', { count: after.callsPerMinute })}</Typography>
      )}
      {stricter.includes('neverAllowed') && <Typography>{t('stricter.never')}</Typography>}
    </>
  )
}
