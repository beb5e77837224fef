import Alert from '@mui/material/Alert'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { userImportLimits, type UserImport } from '../../../electron/contract/user-import'
import { FailureNotice } from '../../ui/FailureNotice'
import { FaultTable } from '../../ui/FaultTable'

const columns = ['username', 'display_name', 'kind', 'status'] as const

/** What the dry run found, or what became of the import. */
export function UserImportOutcome({ current }: { current: UserImport }) {
  const { t } = useTranslation('users')
  const { state, rows, refused, faults, ignored, failure } = current
  const placeOf = (pointer: string) => {
    const column = columns.find((one) => one === pointer)
    return column ? t(`import.column.${column}`) : pointer === '' ? null : pointer
  }
  const isSound = state === 'checked' && faults.length === 0 && refused === 0
  return (
    <>
      {failure ? (
        <FailureNotice failure={failure} />
      ) : state === 'done' ? (
        <Alert severity="success">{t('import.done', { count: rows })}</Alert>
      ) : state === 'cancelled' ? (
        <Alert severity="info">{t('import.cancelled')}</Alert>
      ) : isSound ? (
        <Alert severity="success">{t('import.sound', { count: rows })}</Alert>
      ) : (
        <Alert severity="error">
          {refused > 0 ? t('import.faulty', { count: refused, rows }) : t('import.unreadable')}
          {faults.length >= userImportLimits.faults &&
            ` ${t('import.first', { count: userImportLimits.faults })}`}
        </Alert>
      )}
      {faults.length > 0 && <FaultTable faults={faults} placeOf={placeOf} />}
      {(isSound || state === 'done') && (
        <Typography variant="body2" color="textSecondary">
          {t('import.given')}
        </Typography>
      )}
      {isSound && ignored.length > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('import.ignored', { columns: ignored.join(', ') })}
        </Typography>
      )}
    </>
  )
}
