import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useFieldText } from '../../ui/field-text'
import type { EntityForm } from './entity-form'

/** The values of an enum, typed with commas between them. */
export function FieldValues({ index, label }: { index: number; label: string }) {
  const { t } = useTranslation('entities')
  const fieldText = useFieldText()
  const { control } = useFormContext<EntityForm>()
  const { field, fieldState } = useController({ control, name: `fields.${index}.values` })
  // A comma just typed has nothing behind it yet, and must stay where it is.
  const [text, setText] = useState((field.value ?? []).join(', '))
  const change = (typed: string) => {
    setText(typed)
    const values = typed.split(',').map((one) => one.trim())
    field.onChange(values.filter((one) => one !== ''))
  }
  return (
    <TextField
      size="small"
      value={text}
      onChange={(event) => change(event.target.value)}
      onBlur={field.onBlur}
      inputRef={field.ref}
      label={t('attribute.values')}
      placeholder={t('attribute.valuesExample')}
      error={fieldState.error !== undefined}
      helperText={fieldText(fieldState.error?.message ?? fieldState.error?.root?.message)}
      slotProps={{ htmlInput: { 'aria-label': label } }}
      sx={{ flex: '1 1 260px' }}
    />
  )
}
