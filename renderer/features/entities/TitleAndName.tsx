import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { longest, useFieldText } from '../../ui/field-text'
import { apiNameInput } from '../../ui/api-name-input'
import type { EntityForm } from './entity-form'
import { useProposedName } from './use-proposed-name'

export function TitleAndName() {
  const { t } = useTranslation('entities')
  const fieldText = useFieldText()
  const { register, formState } = useFormContext<EntityForm>()
  const { onTitle } = useProposedName('title', 'name')
  const { title, name } = formState.errors
  return (
    <Stack direction="row" spacing={2} sx={{ alignItems: 'flex-start' }}>
      <TextField
        {...register('title', { onChange: onTitle })}
        label={t('create.entityTitle')}
        autoFocus
        fullWidth
        error={title !== undefined}
        helperText={fieldText(title?.message) ?? t('create.entityTitleHint')}
        slotProps={{ htmlInput: { 'aria-required': true } }}
      />
      <TextField
        {...register('name')}
        label={t('create.name')}
        fullWidth
        error={name !== undefined}
        helperText={fieldText(name?.message, longest.apiName) ?? t('create.nameHint')}
        slotProps={{
          inputLabel: { shrink: true },
          htmlInput: { 'aria-required': true, spellCheck: false, sx: apiNameInput },
        }}
      />
    </Stack>
  )
}
