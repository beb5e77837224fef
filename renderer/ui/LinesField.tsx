import TextField, { type TextFieldProps } from '@mui/material/TextField'
import { useState } from 'react'
import type { RefCallBack } from 'react-hook-form'
import { useFieldText } from './field-text'

type Props = Pick<TextFieldProps, 'size' | 'fullWidth' | 'sx'> & {
  field: {
    value?: readonly string[] | undefined
    onChange(lines: string[]): void
    onBlur(): void
    ref: RefCallBack
  }
  /** Of the form: of all lines together, or of each. */
  errors: unknown
  label: string
  hint: string
  readOnly?: boolean
}

const linesOf = (text: string) =>
  text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Several short texts, one on each line. */
export function LinesField({ field, errors, label, hint, readOnly, ...look }: Props) {
  const fieldText = useFieldText()
  const [typed, setTyped] = useState('')
  const kept = (field.value ?? []).join('\n')
  // A line that is only begun stays as it was typed, until the form holds something else.
  const isTyped = linesOf(typed).join('\n') === kept
  const first = (Array.isArray(errors) ? errors.find(Boolean) : errors) as
    { message?: string } | undefined
  return (
    <TextField
      {...look}
      label={label}
      value={isTyped ? typed : kept}
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
      helperText={fieldText(first?.message) ?? hint}
      slotProps={{ htmlInput: { spellCheck: false, readOnly } }}
    />
  )
}
