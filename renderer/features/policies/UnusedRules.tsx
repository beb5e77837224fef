import Alert from '@mui/material/Alert'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { When } from '../../ui/When'
import { DaysField } from './DaysField'

type Props = { callsCountedFrom: number | null; readOnly: boolean }

/** Nobody is called unused for days in which nobody counted, and that is said. */
export function UnusedRules({ callsCountedFrom, readOnly }: Props) {
  const { t } = useTranslation('policies')
  return (
    <>
      <DaysField name="unusedFlagDays" usualDays={90} readOnly={readOnly} />
      <DaysField name="unusedDisableDays" usualDays={180} readOnly={readOnly} />
      {callsCountedFrom === null ? (
        <Alert severity="info">{t('counted.never')}</Alert>
      ) : (
        <Typography variant="body2" color="textSecondary">
          {t('counted.since')} <When at={callsCountedFrom} />. {t('counted.meaning')}
        </Typography>
      )}
    </>
  )
}
