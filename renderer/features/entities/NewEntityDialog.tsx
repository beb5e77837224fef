import { zodResolver } from '@hookform/resolvers/zod'
import Stack from '@mui/material/Stack'
import { useRouter } from '@tanstack/react-router'
import { FormProvider, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { NewEntity } from '../../../electron/contract/entity'
import { failureIn, useCommand } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { FormDialog } from '../../ui/FormDialog'
import { useNotify } from '../../ui/notify'
import { pathOfEntity } from './entity-path'
import { isFieldPath, newField, type EntityForm } from './entity-form'
import { FieldsEditor } from './FieldsEditor'
import { TitleAndName } from './TitleAndName'

/** What was typed stays whatever is refused; only Cancel throws it away. */
export function NewEntityDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('entities')
  const { t: common } = useTranslation('common')
  const { history } = useRouter()
  const notify = useNotify()
  const create = useCommand('entities.create')
  const form = useForm<EntityForm, unknown, NewEntity>({
    resolver: zodResolver(NewEntity),
    defaultValues: { title: '', name: '', fields: [newField()] },
  })
  const { isDirty } = form.formState

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
    <FormProvider {...form}>
      <FormDialog
        title={t('create.title')}
        confirmLabel={t('create.confirm')}
        busy={create.isPending}
        discard={{ hasTyped: isDirty, text: t('create.discard') }}
        long
        onSubmit={submit}
        onClose={onClose}
      >
        <Stack spacing={2.5} sx={{ pt: 1 }}>
          <TitleAndName />
          <FieldsEditor />
          {failure && !shownAtField && <FailureNotice failure={failure} />}
        </Stack>
      </FormDialog>
    </FormProvider>
  )
}
