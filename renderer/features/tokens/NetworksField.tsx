import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useFieldText } from '../../ui/field-text'
import type { NewTokenForm } from './new-token-form'

/** Source networks, one on each line; none is everywhere. */
export function NetworksField({ form }: { form: NewTokenForm }) {
  const { t } = useTranslation('tokens')
  const fieldText = useFieldText()
  const { field } = useController({ control: form.control, name: 'networks' })
  // A line that is only begun stays as it was typed.
  const [text, setText] = useState((field.value ?? []).join('\n'))
  const { networks: errors } = form.formState.errors
  const first = Array.isArray(errors) ? errors.find(Boolean)?.message : errors?.message
  return (
    <TextField
      label={t('create.networks')}
      value={text}
      onChange={({ target }) => {
        setText(target.value)
        const lines = target.value.split(/[\n,]/).map((line) => line.trim())
        field.onChange(lines.filter((line) => line !== ''))
      }}
      onBlur={field.onBlur}
      inputRef={field.ref}
      multiline
      minRows={2}
      maxRows={5}
      error={errors !== undefined}
      helperText={fieldText(first as string | undefined) ?? t('create.networksHint')}
      slotProps={{ htmlInput: { spellCheck: false } }}
      fullWidth
    />
  )
}
