import { zodResolver } from '@hookform/resolvers/zod'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useRouter } from '@tanstack/react-router'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NewUser } from '../../../electron/contract/user'
import { failureIn, useCommand } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { FormDialog } from '../../ui/FormDialog'
import { longest, useFieldText } from '../../ui/field-text'
import { useNotify } from '../../ui/notify'
import { KindField } from './KindField'
import { showAtField } from './place-failure'
import { SignInFields } from './SignInFields'
import type { NewUserInput } from './new-user-form'
import { pathOfUser } from './user-path'

const inputs = ['username', 'displayName', 'signIn.role', 'signIn.password'] as const

export function NewUserDialog({ onClose }: { onClose(): void }) {
  const { history } = useRouter()
  const { t } = useTranslation('users')
  const { t: common } = useTranslation('common')
  const fieldText = useFieldText()
  const notify = useNotify()
  const create = useCommand('users.create')
  const form = useForm<NewUserInput, unknown, NewUser>({
    resolver: zodResolver(NewUser),
    defaultValues: { kind: 'person', username: '', displayName: '', signIn: null },
  })
  const { errors, isDirty } = form.formState
  const failure = failureIn(create.error)

  const confirm = form.handleSubmit((user) =>
    create.mutate(user, {
      onSuccess: ({ id, displayName }) => {
        notify.success(t('create.created', { name: displayName }), {
          label: common('open'),
          run: () => history.push(pathOfUser(id)),
        })
        onClose()
      },
      onError: (error) => {
        const refused = failureIn(error)
        if (refused && showAtField(form, refused, inputs)) create.reset()
      },
    }),
  )

  return (
    <FormDialog
      title={t('create.title')}
      confirmLabel={t('create.confirm')}
      busy={create.isPending}
      discard={{ hasTyped: isDirty, text: t('create.discard') }}
      onSubmit={confirm}
      onClose={onClose}
    >
      <Stack spacing={2}>
        {failure && <FailureNotice failure={failure} />}
        <KindField form={form} />
        <TextField
          {...form.register('username')}
          label={t('create.username')}
          autoFocus
          error={errors.username !== undefined}
          helperText={
            fieldText(errors.username?.message, longest.username) ?? t('create.usernameHint')
          }
          slotProps={{ htmlInput: { autoComplete: 'off', spellCheck: false } }}
        />
        <TextField
          {...form.register('displayName')}
          label={t('create.displayName')}
          error={errors.displayName !== undefined}
          helperText={fieldText(errors.displayName?.message)}
          slotProps={{ htmlInput: { autoComplete: 'off' } }}
        />
        <SignInFields form={form} />
      </Stack>
    </FormDialog>
  )
}
