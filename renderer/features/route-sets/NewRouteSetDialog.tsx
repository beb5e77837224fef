import { zodResolver } from '@hookform/resolvers/zod'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useRouter } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NewRouteSet } from '../../../electron/contract/route-set'
import { failureIn, useCommand } from '../../keyward'
import { apiNameInput } from '../../ui/api-name-input'
import { DiscardDialog } from '../../ui/DiscardDialog'
import { FailureNotice } from '../../ui/FailureNotice'
import { longest, useFieldText } from '../../ui/field-text'
import { FormButtons } from '../../ui/FormButtons'
import { showInField } from '../../ui/form-failure'
import { useNotify } from '../../ui/notify'
import { proposeName } from '../../ui/propose-name'
import { useLeaving } from '../../ui/useLeaving'
import { pathOfRouteSet } from './route-set-path'

/** Opens the new route set: without rules it is of no use yet. */
export function NewRouteSetDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('routeSets')
  const { history } = useRouter()
  const titleId = useId()
  const notify = useNotify()
  const fieldText = useFieldText()
  const create = useCommand('routeSets.create')
  const form = useForm<NewRouteSet>({
    resolver: zodResolver(NewRouteSet),
    defaultValues: { title: '', name: '' },
  })
  const { errors, isDirty } = form.formState
  const { leave, question } = useLeaving({ hasTyped: isDirty, isBusy: create.isPending, onClose })
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
    <Dialog
      open
      onClose={(_event, reason) => {
        if (reason === 'escapeKeyDown') leave()
      }}
      aria-labelledby={titleId}
      maxWidth="sm"
      fullWidth
    >
      <form onSubmit={submit} noValidate>
        <DialogTitle id={titleId}>{t('create.title')}</DialogTitle>
        <DialogContent>
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
        </DialogContent>
        <FormButtons confirmLabel={t('create.confirm')} busy={create.isPending} onCancel={leave} />
      </form>
      <DiscardDialog {...question} text={t('create.discard')} />
    </Dialog>
  )
}
