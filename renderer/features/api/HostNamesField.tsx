import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useFieldText } from '../../ui/field-text'
import { covers, type Certificate } from '../../../electron/contract/listening'
import type { ListeningForm } from './listening-form'

type Props = { form: ListeningForm; certificate: Certificate | null }

/** Names beside those of the certificate, one on each line. */
export function HostNamesField({ form, certificate }: Props) {
  const { t } = useTranslation('api')
  const fieldText = useFieldText()
  const { field } = useController({ control: form.control, name: 'hostNames' })
  // A line that is only begun stays as it was typed.
  const [text, setText] = useState(field.value.join('\n'))
  const { hostNames: errors } = form.formState.errors
  const first = Array.isArray(errors) ? errors.find(Boolean)?.message : errors?.message
  const uncovered = certificate
    ? field.value.filter((host) => !certificate.names.some((name) => covers(name, host)))
    : []
  const hint =
    uncovered.length === 0
      ? t('listening.hostNamesHint')
      : t('listening.hostNamesUncovered', { names: uncovered.join(', ') })
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
      helperText={fieldText(first as string | undefined) ?? hint}
      slotProps={{ htmlInput: { spellCheck: false } }}
      fullWidth
    />
  )
}
