import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import List from '@mui/material/List'
import ListItem from '@mui/material/ListItem'
import { useTranslation } from 'react-i18next'
import type { Entity, Offender } from '../../../electron/contract/entity'
import { failureIn, useCommand } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { useMay } from '../../ui/useMay'
import entities from '../../../resources/locales/en/entities.json'

type Misfit = keyof typeof entities.check.misfit

/** Stricter fields that wait for old records: still looking, or which ones do not fit. */
export function FieldCheckNotice({ entity }: { entity: Entity }) {
  const { t } = useTranslation('entities')
  const may = useMay()
  const drop = useCommand('entities.dropCheck')
  const { check } = entity
  if (check === null) return null
  const failure = failureIn(drop.error)
  const isChecking = check.state === 'checking'
  const misfit = ({ code }: Offender) =>
    t(`check.misfit.${Object.hasOwn(entities.check.misfit, code) ? (code as Misfit) : 'other'}`)
  return (
    <Alert
      severity={isChecking ? 'info' : 'warning'}
      sx={{ mb: 2, maxWidth: 800 }}
      action={
        may('entities.dropCheck') && (
          <Button
            color="inherit"
            size="small"
            loading={drop.isPending}
            onClick={() => drop.mutate({ id: entity.id })}
          >
            {t('check.drop')}
          </Button>
        )
      }
    >
      <AlertTitle>{t(isChecking ? 'check.checking' : 'check.refused')}</AlertTitle>
      {isChecking ? <LinearProgress aria-label={t('check.checking')} /> : t('check.refusedText')}
      {check.offenders.length > 0 && (
        <List dense aria-label={t('check.offenders')} sx={{ maxHeight: 200, overflow: 'auto' }}>
          {check.offenders.map((one) => (
            <ListItem key={`${one.recordId} ${one.field}`} disableGutters>
              <span>
                <code>{one.recordId}</code> · {one.field}: {misfit(one)}
              </span>
            </ListItem>
          ))}
        </List>
      )}
      {failure && <FailureNotice failure={failure} />}
    </Alert>
  )
}
