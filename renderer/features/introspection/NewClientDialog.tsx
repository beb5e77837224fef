import { zodResolver } from '@hookform/resolvers/zod'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import { NewClient, type IssuedClient } from '../../../electron/contract/client'
import type { User } from '../../../electron/contract/user'
import { failureIn, useCommand } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { FormDialog } from '../../ui/FormDialog'
import { useFieldText } from '../../ui/field-text'
import { showInField } from '../../ui/form-failure'
import { UserPicker } from '../../ui/UserPicker'

type Props = { onClose(): void; onIssued(issued: IssuedClient): void }

/** Whose access limits the asking system, and what it is called. */
export function NewClientDialog({ onClose, onIssued }: Props) {
  const { t } = useTranslation('introspection')
  const fieldText = useFieldText()
  const create = useCommand('clients.create')
  const [user, setUser] = useState<User | null>(null)
  const form = useForm<z.input<typeof NewClient>, unknown, NewClient>({
    resolver: zodResolver(NewClient),
    defaultValues: { name: '' },
  })
  const { errors, isDirty } = form.formState
  const failure = failureIn(create.error)

  const choose = (chosen: User | null) => {
    setUser(chosen)
    // Nobody is no user id, which the contract refuses.
    form.setValue('userId', chosen?.id ?? 0, { shouldDirty: true })
    if (chosen) form.clearErrors('userId')
  }
  const confirm = form.handleSubmit((client) =>
    create.mutate(client, {
      onSuccess: (issued) => {
        onIssued(issued)
        create.reset()
      },
      onError: (error) => {
        const refused = failureIn(error)
        if (refused && showInField(form, refused)) create.reset()
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
      <Stack spacing={2.5} sx={{ pt: 1 }}>
        {failure && <FailureNotice failure={failure} />}
        <UserPicker
          value={user}
          onChange={choose}
          label={t('create.user')}
          hint={errors.userId ? t('create.userMissing') : t('create.userHint')}
          error={errors.userId !== undefined}
          noneText={t('create.noUser')}
          kind="service_account"
          status="active"
        />
        <TextField
          {...form.register('name')}
          label={t('create.name')}
          error={errors.name !== undefined}
          helperText={fieldText(errors.name?.message) ?? t('create.nameHint')}
          slotProps={{ htmlInput: { 'aria-required': true, autoComplete: 'off' } }}
        />
      </Stack>
    </FormDialog>
  )
}
