import { zodResolver } from '@hookform/resolvers/zod'
import Alert from '@mui/material/Alert'
import Stack from '@mui/material/Stack'
import { FormProvider, useForm, type FieldPath, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { EntityChange, type Entity } from '../../../electron/contract/entity'
import { failureIn, useCommand } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { FormDialog } from '../../ui/FormDialog'
import { useNotify } from '../../ui/notify'
import { isFieldPath, type EntityChangeForm, type EntityForm } from './entity-form'
import { EntityRulesFields } from './EntityRulesFields'
import { FieldsEditor } from './FieldsEditor'

/** The definition anew. What old records might not fit is checked by main, not refused here. */
export function EditFieldsDialog({ entity, onClose }: { entity: Entity; onClose: () => void }) {
  const { t } = useTranslation('entities')
  const notify = useNotify()
  const change = useCommand('entities.change')
  const { id, version, title, fields, idempotencyKey, ifMatch, maxRecordBytes } = entity
  const form = useForm<EntityChangeForm, unknown, EntityChange>({
    resolver: zodResolver(EntityChange),
    defaultValues: { id, version, title, fields, idempotencyKey, ifMatch, maxRecordBytes },
  })
  const { isDirty } = form.formState
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
    // The pieces inside know the fields they share with a new entity.
    <FormProvider {...(form as unknown as UseFormReturn<EntityForm>)}>
      <FormDialog
        title={t('edit.title', { title })}
        confirmLabel={t('edit.confirm')}
        busy={change.isPending}
        discard={{ hasTyped: isDirty, text: t('edit.discard') }}
        cancelAsks
        long
        onSubmit={submit}
        onClose={onClose}
      >
        <Stack spacing={2.5} sx={{ pt: 1 }}>
          <Alert severity="info">{t('edit.explanation')}</Alert>
          <FieldsEditor known={fields} />
          <EntityRulesFields />
          {failure && <FailureNotice failure={failure} />}
        </Stack>
      </FormDialog>
    </FormProvider>
  )
}
