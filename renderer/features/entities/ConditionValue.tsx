import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../../electron/contract/field'
import { CalendarField } from '../../ui/CalendarField'

type Props = {
  field: Field
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

/** The value to look for, put in as the field's type has it. */
export function ConditionValue({ field, value, error, onChange }: Props) {
  const { t } = useTranslation('entities')
  const { type } = field
  const label = t('filter.value')
  const shown = { label, value, error: error !== undefined, helperText: error }
  if (type === 'date' || type === 'datetime')
    return (
      <CalendarField
        {...shown}
        kind={type === 'date' ? 'day' : 'moment'}
        onChange={onChange}
        fullWidth
      />
    )
  const choices =
    type === 'boolean' ? ['true', 'false'] : type === 'enum' ? (field.values ?? []) : null
  const isNumber = type === 'integer' || type === 'number' || type === 'decimal'
  return (
    <TextField
      {...shown}
      onChange={(event) => onChange(event.target.value)}
      fullWidth
      {...(choices && { select: true })}
      slotProps={{
        htmlInput: {
          spellCheck: false,
          autoComplete: 'off',
          maxLength: 1024,
          ...(isNumber && { inputMode: 'decimal' }),
        },
      }}
    >
      {choices?.map((choice) => (
        <MenuItem key={choice} value={choice}>
          {type === 'boolean' ? t(choice === 'true' ? 'yes' : 'no') : choice}
        </MenuItem>
      ))}
    </TextField>
  )
}
