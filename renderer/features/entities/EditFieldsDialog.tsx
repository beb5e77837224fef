import { zodResolver } from '@hookform/resolvers/zod'
import Alert from '@mui/material/Alert'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import { useId } from 'react'
import { FormProvider, useForm, type FieldPath, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { EntityChange, type Entity } from '../../../electron/contract/entity'
import { failureIn, useCommand } from '../../keyward'
import { DiscardDialog } from '../../ui/DiscardDialog'
import { FailureNotice } from '../../ui/FailureNotice'
import { FormButtons } from '../../ui/FormButtons'
import { useNotify } from '../../ui/notify'
import { useLeaving } from '../../ui/useLeaving'
import { isFieldPath, type EntityChangeForm, type EntityForm } from './entity-form'
import { EntityRulesFields } from './EntityRulesFields'
import { FieldsEditor } from './FieldsEditor'

/** The definition anew. What old records might not fit is checked by main, not refused here. */
export function EditFieldsDialog({ entity, onClose }: { entity: Entity; onClose: () => void }) {
  const { t } = useTranslation('entities')
  const titleId = useId()
  const notify = useNotify()
  const change = useCommand('entities.change')
  const { id, version, title, fields, idempotencyKey, ifMatch, maxRecordBytes } = entity
  const form = useForm<EntityChangeForm, unknown, EntityChange>({
    resolver: zodResolver(EntityChange),
    defaultValues: { id, version, title, fields, idempotencyKey, ifMatch, maxRecordBytes },
  })
  const { leave, question } = useLeaving({
    hasTyped: form.formState.isDirty,
    isBusy: change.isPending,
    onClose,
  })
  const submit = form.handleSubmit((asked) =>
    change.mutate(asked, {
      onSuccess: ({ value }) => {
        notify.success(t(value.check ? 'edit.checking' : 'edit.saved', { title: value.title }))
        onClose()
      },
      onError: (error) => {
        const failure = failureIn(error)
        if (failure?.field && isFieldPath(failure.field))
          form.setError(
            failure.field as FieldPath<EntityChangeForm>,
            { message: failure.code },
            { shouldFocus: true },
          )
      },
    }),
  )
  const failure = failureIn(change.error)
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
      {/* The pieces inside know the fields they share with a new entity. */}
      <FormProvider {...(form as unknown as UseFormReturn<EntityForm>)}>
        <form onSubmit={submit} noValidate style={{ display: 'contents' }}>
          <DialogTitle id={titleId}>{t('edit.title', { title })}</DialogTitle>
          <DialogContent dividers>
            <Stack spacing={2.5} sx={{ pt: 1 }}>
              <Alert severity="info">{t('edit.explanation')}</Alert>
              <FieldsEditor known={fields} />
              <EntityRulesFields />
              {failure && <FailureNotice failure={failure} />}
            </Stack>
          </DialogContent>
          <FormButtons confirmLabel={t('edit.confirm')} busy={change.isPending} onCancel={leave} />
        </form>
      </FormProvider>
      <DiscardDialog {...question} text={t('edit.discard')} />
    </Dialog>
  )
}
