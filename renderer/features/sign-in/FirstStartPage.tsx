import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { SessionState } from '../../../electron/contract/session'
import { failureIn, useCommand } from '../../keyward'
import { DoorPage } from '../../ui/DoorPage'
import { FailureNotice } from '../../ui/FailureNotice'
import { longest, useFieldText } from '../../ui/field-text'
import { showInField } from '../../ui/form-failure'
import { PasswordField } from '../../ui/PasswordField'
import { NewAdministrator, type TypedAdministrator } from './new-administrator'

const limits = {
  username: longest.username,
  displayName: longest.name,
  password: longest.password,
  confirmPassword: longest.password,
} as const

export function FirstStartPage({ onSession }: { onSession: (state: SessionState) => void }) {
  const { t } = useTranslation('signIn')
  const { t: tCommon } = useTranslation('common')
  const fieldText = useFieldText()
  const create = useCommand('session.createFirstAdministrator')
  const form = useForm({
    resolver: zodResolver(NewAdministrator),
    defaultValues: { username: '', displayName: '', password: '', confirmPassword: '' },
  })
  const { errors } = form.formState

  const submit = form.handleSubmit(({ username, displayName, password }) =>
    create.mutate(
      { username, displayName, password },
      {
        onSuccess: onSession,
        onError: (error) => {
          const failure = failureIn(error)
          if (failure && showInField(form, failure)) create.reset()
        },
      },
    ),
  )
  const failure = failureIn(create.error)
  const field = (name: keyof TypedAdministrator, hint?: string) => ({
    ...form.register(name),
    error: errors[name] !== undefined,
    helperText: fieldText(errors[name]?.message, limits[name]) ?? hint,
  })

  return (
    <DoorPage title={t('firstStart.title')} text={t('firstStart.text')}>
      <form onSubmit={submit} noValidate>
        <Stack sx={{ gap: 2 }}>
          <TextField
            label={t('username')}
            autoFocus
            autoComplete="off"
            slotProps={{ htmlInput: { spellCheck: false, autoCapitalize: 'off' } }}
            {...field('username')}
          />
          <TextField label={t('displayName')} autoComplete="off" {...field('displayName')} />
          <PasswordField label={t('password')} {...field('password', tCommon('password.hint'))} />
          <PasswordField label={t('confirmPassword')} {...field('confirmPassword')} />
          {failure && <FailureNotice failure={failure} />}
          <Button type="submit" variant="contained" size="large" loading={create.isPending}>
            {t('firstStart.submit')}
          </Button>
        </Stack>
      </form>
    </DoorPage>
  )
}
