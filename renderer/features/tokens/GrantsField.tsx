import Alert from '@mui/material/Alert'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { permissions, type Permission } from '../../../electron/contract/permission'
import type { NamedGrant, Token, TokenTerms } from '../../../electron/contract/token'
import { permissionsOn } from '../../ui/permission-grants'
import { PermissionTable } from '../../ui/PermissionTable'
import type { TokenForm } from './token-form'
import { useGrantWords } from '../../ui/use-grant-words'

type GrantsFieldProps = { form: TokenForm; terms: TokenTerms; token?: Token }

/** What the token may do. None of it is allowed too, and said plainly. */
export function GrantsField({ form, terms, token }: GrantsFieldProps) {
  const { t } = useTranslation('tokens')
  const { lineOf } = useGrantWords()
  const { field } = useController({ control: form.control, name: 'grants' })
  const held = token?.grants ?? []
  const beyond = beyondAccess(held, terms)
  // What a token has already may stay, beyond what its user may do now.
  const offered = (allowed: Permission[], entityId: number | null) =>
    either(allowed, permissionsOn(held, entityId), permissionsOn(held, null))
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
        entities={terms.entities.map(({ id, allowed, ...entity }) => ({
          ...entity,
          entityId: id,
          allowed: offered(allowed, id),
        }))}
        allEntities={offered(terms.allEntities, null)}
        grants={field.value}
        onChange={field.onChange}
        beyondReason={t('create.beyondAccess')}
      />
      {beyond.length > 0 && (
        <Alert severity="info">
          {t('edit.beyondAccess')} {beyond.map(lineOf).join('; ')}
        </Alert>
      )}
      {field.value.length === 0 && <Alert severity="warning">{t('create.doesNothing')}</Alert>}
    </Stack>
  )
}

const either = (...given: (readonly Permission[])[]) =>
  permissions.filter((one) => given.some((some) => some.includes(one)))

const beyondAccess = (held: NamedGrant[], terms: TokenTerms): NamedGrant[] =>
  held
    .map((grant) => {
      const allowed =
        grant.entityId === null
          ? terms.allEntities
          : (terms.entities.find((one) => one.id === grant.entityId)?.allowed ?? [])
      return { ...grant, permissions: grant.permissions.filter((one) => !allowed.includes(one)) }
    })
    .filter((grant) => grant.permissions.length > 0)
