import TextField from '@mui/material/TextField'
import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useFieldText } from '../../ui/field-text'
import type { EntityForm } from './entity-form'

/** Digits behind the point of a decimal; empty keeps as many as are sent. */
export function FieldScale({ index, label }: { index: number; label: string }) {
  const { t } = useTranslation('entities')
  const fieldText = useFieldText()
  const { control } = useFormContext<EntityForm>()
  const { field, fieldState } = useController({ control, name: `fields.${index}.scale` })
  return (
    <TextField
      size="small"
      value={field.value ?? ''}
      onChange={(event) => {
        const digits = event.target.value.replaceAll(/\D/g, '').slice(0, 2)
        field.onChange(digits === '' ? undefined : Number(digits))
      }}
      onBlur={field.onBlur}
      inputRef={field.ref}
      label={t('attribute.scale')}
      error={fieldState.error !== undefined}
      helperText={fieldText(fieldState.error?.message)}
      slotProps={{ htmlInput: { 'aria-label': label, inputMode: 'numeric' } }}
      sx={{ width: 180 }}
    />
  )
}
