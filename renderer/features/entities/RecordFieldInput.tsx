import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../../electron/contract/field'

type Props = {
  field: Field
  value: string
  error: string | undefined
  readOnly: boolean
  onChange: (value: string) => void
}

/** One value, typed as text whatever it is; main decides what it means. */
export function RecordFieldInput({ field, value, error, readOnly, onChange }: Props) {
  const { t } = useTranslation('entities')
  const { type, title, required, description } = field
  const choices =
    type === 'boolean' ? ['true', 'false'] : type === 'enum' ? (field.values ?? []) : null
  const isLong = type === 'text' || type === 'json'
  return (
    <TextField
      label={title}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={error !== undefined}
      helperText={error ?? description ?? t(`recordHint.${type}`)}
      fullWidth
      {...(choices && { select: true })}
      {...(isLong && { multiline: true, minRows: 3, maxRows: 10 })}
      type={type === 'date' ? 'date' : field.sensitive ? 'password' : 'text'}
      slotProps={{
        inputLabel: type === 'date' ? { shrink: true } : {},
        htmlInput: {
          'aria-required': required,
          readOnly,
          spellCheck: false,
          autoComplete: 'off',
        },
      }}
    >
      {choices && [
        <MenuItem key="" value="">
          {t('records.notSet')}
        </MenuItem>,
        ...choices.map((choice) => (
          <MenuItem key={choice} value={choice}>
            {type === 'boolean' ? t(choice === 'true' ? 'yes' : 'no') : choice}
          </MenuItem>
        )),
      ]}
    </TextField>
  )
}
