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
  /** What stands between two; also a comma, unless said otherwise. */
  separator?: RegExp
  readOnly?: boolean
}

const linesOf = (text: string, separator: RegExp) =>
  text
    .split(separator)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Several short texts, one on each line. */
export function LinesField({
  field,
  errors,
  label,
  hint,
  separator = /[\n,]/,
  readOnly,
  ...look
}: Props) {
  const fieldText = useFieldText()
  const [typed, setTyped] = useState('')
  const kept = (field.value ?? []).join('\n')
  // A line that is only begun stays as it was typed, until the form holds something else.
  const isTyped = linesOf(typed, separator).join('\n') === kept
  const first = (Array.isArray(errors) ? errors.find(Boolean) : errors) as
    { message?: string } | undefined
  return (
    <TextField
      {...look}
      label={label}
      value={isTyped ? typed : kept}
      onChange={({ target }) => {
        setTyped(target.value)
        field.onChange(linesOf(target.value, separator))
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
