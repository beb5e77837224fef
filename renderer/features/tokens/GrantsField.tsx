import Alert from '@mui/material/Alert'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { TokenTerms } from '../../../electron/contract/token'
import { PermissionTable } from '../../ui/PermissionTable'
import type { NewTokenForm } from './new-token-form'

type GrantsFieldProps = { form: NewTokenForm; terms: TokenTerms }

/** What the token may do. None of it is allowed too, and said plainly. */
export function GrantsField({ form, terms }: GrantsFieldProps) {
  const { t } = useTranslation('tokens')
  const { field } = useController({ control: form.control, name: 'grants' })
  return (
    <Stack spacing={1}>
      <Typography variant="subtitle2" component="h3">
        {t('create.permissions')}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {t('create.leastPrivilege')}
      </Typography>
      <PermissionTable
        label={t('create.permissions')}
        entities={terms.entities.map(({ id, ...entity }) => ({ ...entity, entityId: id }))}
        allEntities={terms.allEntities}
        grants={field.value}
        onChange={field.onChange}
        beyondReason={t('create.beyondAccess')}
      />
      {field.value.length === 0 && <Alert severity="warning">{t('create.doesNothing')}</Alert>}
    </Stack>
  )
}
