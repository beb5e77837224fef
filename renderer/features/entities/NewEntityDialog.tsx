import { zodResolver } from '@hookform/resolvers/zod'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import { useRouter } from '@tanstack/react-router'
import { useId } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NewEntity } from '../../../electron/contract/entity'
import { failureIn, useCommand } from '../../keyward'
import { DiscardDialog } from '../../ui/DiscardDialog'
import { FailureNotice } from '../../ui/FailureNotice'
import { FormButtons } from '../../ui/FormButtons'
import { useNotify } from '../../ui/notify'
import { useLeaving } from '../../ui/useLeaving'
import { pathOfEntity } from './entity-path'
import { isFieldPath, newField, type EntityForm } from './entity-form'
import { FieldsEditor } from './FieldsEditor'
import { TitleAndName } from './TitleAndName'

/** What was typed stays whatever is refused; only Cancel throws it away. */
export function NewEntityDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('entities')
  const { t: common } = useTranslation('common')
  const { history } = useRouter()
  const titleId = useId()
  const notify = useNotify()
  const create = useCommand('entities.create')
  const form = useForm<EntityForm, unknown, NewEntity>({
    resolver: zodResolver(NewEntity),
    defaultValues: { title: '', name: '', fields: [newField()] },
  })
  const { isDirty } = form.formState

  const { leave, question } = useLeaving({ hasTyped: isDirty, isBusy: create.isPending, onClose })

  const submit = form.handleSubmit((entity) =>
    create.mutate(entity, {
      onSuccess: (created) => {
        notify.success(t('create.created', { title: created.title }), {
          label: common('open'),
          run: () => history.push(pathOfEntity(created.id)),
        })
        onClose()
      },
      onError: (error) => {
        const failure = failureIn(error)
        if (failure?.field && isFieldPath(failure.field)) {
          form.setError(failure.field, { message: failure.code }, { shouldFocus: true })
        }
      },
    }),
  )

  const failure = failureIn(create.error)
  const shownAtField = failure?.field !== undefined && isFieldPath(failure.field)
  return (
    <Dialog
      open
      onClose={(_event, reason) => {
        if (reason === 'escapeKeyDown') leave()
      }}
      aria-labelledby={titleId}
      maxWidth="md"
      fullWidth
    >
      <FormProvider {...form}>
        <form onSubmit={submit} noValidate style={{ display: 'contents' }}>
          <DialogTitle id={titleId}>{t('create.title')}</DialogTitle>
          <DialogContent dividers>
            <Stack spacing={2.5} sx={{ pt: 1 }}>
              <TitleAndName />
              <FieldsEditor />
              {failure && !shownAtField && <FailureNotice failure={failure} />}
            </Stack>
          </DialogContent>
          <FormButtons
            confirmLabel={t('create.confirm')}
            busy={create.isPending}
            onCancel={onClose}
          />
        </form>
      </FormProvider>
      <DiscardDialog {...question} text={t('create.discard')} />
    </Dialog>
  )
}
