import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useFieldText } from '../../ui/field-text'
import type { ListeningForm } from './listening-form'

/** Names beside those of the certificate, one on each line. */
export function HostNamesField({ form }: { form: ListeningForm }) {
  const { t } = useTranslation('api')
  const fieldText = useFieldText()
  const { field } = useController({ control: form.control, name: 'hostNames' })
  // A line that is only begun stays as it was typed.
  const [text, setText] = useState(field.value.join('\n'))
  const { hostNames: errors } = form.formState.errors
  const first = Array.isArray(errors) ? errors.find(Boolean)?.message : errors?.message
  return (
    <TextField
      label={t('listening.hostNames')}
      value={text}
      onChange={({ target }) => {
        setText(target.value)
        const lines = target.value.split(/[\n,]/).map((line) => line.trim())
        field.onChange(lines.filter((line) => line !== ''))
      }}
      onBlur={field.onBlur}
      inputRef={field.ref}
      size="small"
      multiline
      minRows={2}
      maxRows={5}
      error={errors !== undefined}
      helperText={fieldText(first as string | undefined) ?? t('listening.hostNamesHint')}
      slotProps={{ htmlInput: { spellCheck: false } }}
      fullWidth
    />
  )
}
