import { zodResolver } from '@hookform/resolvers/zod'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NewRouteSet } from '../../../electron/contract/route-set'
import { failureIn, useCommand } from '../../keyward'
import { apiNameInput } from '../../ui/api-name-input'
import { FailureNotice } from '../../ui/FailureNotice'
import { longest, useFieldText } from '../../ui/field-text'
import { FormDialog } from '../../ui/FormDialog'
import { showInField } from '../../ui/form-failure'
import { useNotify } from '../../ui/notify'
import { proposeName } from '../../ui/propose-name'
import { pathOfRouteSet } from './route-set-path'

/** Opens the new route set: without rules it is of no use yet. */
export function NewRouteSetDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('routeSets')
  const { history } = useRouter()
  const notify = useNotify()
  const fieldText = useFieldText()
  const create = useCommand('routeSets.create')
  const form = useForm<NewRouteSet>({
    resolver: zodResolver(NewRouteSet),
    defaultValues: { title: '', name: '' },
  })
  const { errors, isDirty } = form.formState
  const [proposed, setProposed] = useState('')

  /** The name follows the title until somebody types one. */
  function follow(title: string) {
    const name = form.getValues('name')
    const next = proposeName(title)
    if (name === '' || name === proposed) form.setValue('name', next)
    setProposed(next)
  }

  const submit = form.handleSubmit((asked) =>
    create.mutate(asked, {
      onSuccess: (created) => {
        onClose()
        history.push(pathOfRouteSet(created.id))
        notify.success(t('create.created', { title: created.title }))
      },
      onError: (error) => {
        const failure = failureIn(error)
        if (failure) showInField(form, failure)
      },
    }),
  )
  const failure = failureIn(create.error)
  return (
    <FormDialog
      title={t('create.title')}
      confirmLabel={t('create.confirm')}
      busy={create.isPending}
      discard={{ hasTyped: isDirty, text: t('create.discard') }}
      cancelAsks
      onSubmit={submit}
      onClose={onClose}
    >
      <Stack spacing={2.5} sx={{ pt: 1 }}>
        <TextField
          {...form.register('title', { onChange: ({ target }) => follow(target.value) })}
          label={t('create.setTitle')}
          autoFocus
          error={errors.title !== undefined}
          helperText={fieldText(errors.title?.message) ?? t('create.setTitleHint')}
          slotProps={{ htmlInput: { 'aria-required': true } }}
        />
        <TextField
          {...form.register('name')}
          label={t('create.name')}
          error={errors.name !== undefined}
          helperText={fieldText(errors.name?.message, longest.apiName) ?? t('create.nameHint')}
          slotProps={{
            inputLabel: { shrink: true },
            htmlInput: { 'aria-required': true, spellCheck: false, sx: apiNameInput },
          }}
        />
        {failure && failure.field !== 'name' && <FailureNotice failure={failure} />}
      </Stack>
    </FormDialog>
  )
}
