import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useFieldText } from '../../ui/field-text'
import type { RouteSetForm } from './route-set-form'

const linesOf = (text: string) =>
  text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Source networks, one on each line. */
export function ProxiesField({ readOnly }: { readOnly: boolean }) {
  const { t } = useTranslation('routeSets')
  const fieldText = useFieldText()
  const { control, formState } = useFormContext<RouteSetForm>()
  const { field } = useController({ control, name: 'proxies' })
  const [typed, setTyped] = useState('')
  // A line that is only begun stays as it was typed, until the form holds something else.
  const isTyped = linesOf(typed).join('\n') === field.value.join('\n')
  const { proxies: errors } = formState.errors
  const first = Array.isArray(errors) ? errors.find(Boolean)?.message : errors?.message
  return (
    <TextField
      label={t('form.proxies')}
      value={isTyped ? typed : field.value.join('\n')}
      onChange={({ target }) => {
        setTyped(target.value)
        field.onChange(linesOf(target.value))
      }}
      onBlur={field.onBlur}
      inputRef={field.ref}
      multiline
      minRows={2}
      maxRows={5}
      error={errors !== undefined}
      helperText={fieldText(first as string | undefined) ?? t('form.proxiesHint')}
      slotProps={{ htmlInput: { spellCheck: false, readOnly } }}
      sx={{ flex: '2 1 320px', maxWidth: 560 }}
    />
  )
}
