import { zodResolver } from '@hookform/resolvers/zod'
import DialogContent from '@mui/material/DialogContent'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import Stack from '@mui/material/Stack'
import Switch from '@mui/material/Switch'
import TextField from '@mui/material/TextField'
import { useEffect, type KeyboardEvent } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { UserId } from '../../../electron/contract/id'
import { NewToken, type IssuedToken, type TokenTerms } from '../../../electron/contract/token'
import { failureIn, useCommand } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { FormButtons } from '../../ui/FormButtons'
import { longest, useFieldText } from '../../ui/field-text'
import { localZone } from '../../ui/moments'
import { withoutCovered } from '../../ui/permission-grants'
import { ExpirationField } from './ExpirationField'
import { GrantsField } from './GrantsField'
import { MoreOptions } from './MoreOptions'
import { NameField } from './NameField'
import { showAtField, type NewTokenInput } from './new-token-form'

type CreateTokenFormProps = {
  userId: UserId
  terms: TokenTerms
  onTyped(hasTyped: boolean): void
  onBusy(isBusy: boolean): void
  onCancel(): void
  onIssued(issued: IssuedToken): void
}

export function CreateTokenForm(props: CreateTokenFormProps) {
  const { userId, terms, onTyped, onBusy, onCancel, onIssued } = props
  const { t } = useTranslation('tokens')
  const fieldText = useFieldText()
  const create = useCommand('tokens.create')
  const form = useForm<NewTokenInput, unknown, NewToken>({
    resolver: zodResolver(NewToken),
    // Nothing is chosen for the person but Enabled, and the lifetime where the policy proposes one.
    defaultValues: {
      userId,
      name: '',
      note: '',
      grants: [],
      enabled: true,
      ...(terms.defaultLifetimeDays !== null && {
        expiry: { kind: 'days', days: terms.defaultLifetimeDays, zone: localZone() },
      }),
    },
  })
  const { errors, isDirty } = form.formState
  const failure = failureIn(create.error)

  useEffect(() => onTyped(isDirty), [onTyped, isDirty])
  useEffect(() => onBusy(create.isPending), [onBusy, create.isPending])

  const confirm = form.handleSubmit((token) =>
    create.mutate(
      { ...token, grants: withoutCovered(token.grants) },
      {
        onSuccess: (issued) => {
          onIssued(issued)
          create.reset()
        },
        onError: (error) => {
          const refused = failureIn(error)
          if (refused && showAtField(form, refused)) create.reset()
        },
      },
    ),
  )
  const confirmWithKeys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void confirm()
  }

  return (
    <form noValidate onSubmit={(event) => void confirm(event)} style={{ display: 'contents' }}>
      <DialogContent dividers onKeyDown={confirmWithKeys}>
        <Stack spacing={2.5}>
          {failure && <FailureNotice failure={failure} />}
          <Stack direction="row" spacing={2} sx={{ alignItems: 'flex-start' }}>
            <NameField form={form} terms={terms} />
            <TextField
              {...form.register('note')}
              label={t('create.note')}
              error={errors.note !== undefined}
              helperText={fieldText(errors.note?.message, longest.note) ?? t('create.noteHint')}
              slotProps={{ htmlInput: { autoComplete: 'off' } }}
              sx={{ flex: 1 }}
            />
          </Stack>
          <ExpirationField form={form} terms={terms} />
          <GrantsField form={form} terms={terms} />
          <MoreOptions form={form} terms={terms} />
          <Controller
            control={form.control}
            name="enabled"
            render={({ field: { value, onChange, ...field } }) => (
              <div>
                <FormControlLabel
                  label={t('create.enabled')}
                  control={<Switch {...field} checked={value ?? true} onChange={onChange} />}
                />
                {value === false && <FormHelperText>{t('create.enabledHint')}</FormHelperText>}
              </div>
            )}
          />
        </Stack>
      </DialogContent>
      <FormButtons confirmLabel={t('create.confirm')} busy={create.isPending} onCancel={onCancel} />
    </form>
  )
}
