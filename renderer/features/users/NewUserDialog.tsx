import { zodResolver } from '@hookform/resolvers/zod'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useRouter } from '@tanstack/react-router'
import { useId } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NewUser } from '../../../electron/contract/user'
import { failureIn, useCommand } from '../../keyward'
import { DiscardDialog } from '../../ui/DiscardDialog'
import { FailureNotice } from '../../ui/FailureNotice'
import { FormButtons } from '../../ui/FormButtons'
import { longest, useFieldText } from '../../ui/field-text'
import { useNotify } from '../../ui/notify'
import { useLeaving } from '../../ui/useLeaving'
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
  const titleId = useId()
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
  const { leave, question } = useLeaving({ hasTyped: isDirty, isBusy: create.isPending, onClose })

  return (
    <>
      <Dialog open onClose={leave} aria-labelledby={titleId} maxWidth="sm" fullWidth>
        <form noValidate onSubmit={(event) => void confirm(event)}>
          <DialogTitle id={titleId}>{t('create.title')}</DialogTitle>
          <DialogContent>
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
          </DialogContent>
          <FormButtons
            confirmLabel={t('create.confirm')}
            busy={create.isPending}
            onCancel={onClose}
          />
        </form>
      </Dialog>
      <DiscardDialog {...question} text={t('create.discard')} />
    </>
  )
}
