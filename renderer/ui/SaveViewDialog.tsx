import { zodResolver } from '@hookform/resolvers/zod'
import TextField from '@mui/material/TextField'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import type { AskedView, SavedViewList } from '../../electron/contract/saved-view'
import { Name } from '../../electron/contract/text'
import { failureIn, useCommand } from '../keyward'
import { FailureNotice } from './FailureNotice'
import { useFieldText } from './field-text'
import { FormDialog } from './FormDialog'
import { showInField } from './form-failure'
import { useNotify } from './notify'
import { useFilterWords } from './use-filter-words'

type Props = { list: SavedViewList; filter: AskedView; onClose: () => void }

const Named = z.object({ name: Name })

export function SaveViewDialog({ list, filter, onClose }: Props) {
  const { t } = useTranslation('savedViews')
  const notify = useNotify()
  const fieldText = useFieldText()
  const save = useCommand('views.save')
  const form = useForm({ resolver: zodResolver(Named), defaultValues: { name: '' } })
  const { errors, isDirty } = form.formState
  const words = useFilterWords(filter).map((one) => one.words)
  const described = filter.search === undefined ? words : [`“${filter.search}”`, ...words]

  const submit = form.handleSubmit(({ name }) =>
    save.mutate(
      { list, name, filter },
      {
        onSuccess: (saved) => {
          onClose()
          notify.success(t('saved', { name: saved.name }))
        },
        onError: (error) => {
          const failure = failureIn(error)
          if (failure) showInField(form, failure)
        },
      },
    ),
  )
  const failure = failureIn(save.error)
  return (
    <FormDialog
      title={t('dialog.title')}
      confirmLabel={t('dialog.confirm')}
      busy={save.isPending}
      discard={{ hasTyped: isDirty, text: t('dialog.discard') }}
      onSubmit={submit}
      onClose={onClose}
    >
      <Stack spacing={2.5} sx={{ pt: 1 }}>
        <TextField
          {...form.register('name')}
          label={t('dialog.name')}
          autoFocus
          error={errors.name !== undefined}
          helperText={fieldText(errors.name?.message) ?? t('dialog.hint')}
          slotProps={{ htmlInput: { 'aria-required': true, spellCheck: false } }}
        />
        <Typography variant="body2" color="textSecondary">
          {described.join(' · ') || t('dialog.everything')}
        </Typography>
        {failure && failure.field !== 'name' && <FailureNotice failure={failure} />}
      </Stack>
    </FormDialog>
  )
}
