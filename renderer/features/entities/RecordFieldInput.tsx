import InputAdornment from '@mui/material/InputAdornment'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../../electron/contract/field'
import { CalendarField } from '../../ui/CalendarField'
import { ShowToggle } from '../../ui/ShowToggle'
import { useRecordHint } from './use-record-hint'

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
  const hintOf = useRecordHint()
  const { type, title, required, description, sensitive } = field
  const [isShown, setIsShown] = useState(!sensitive)
  const said = {
    label: title,
    value,
    error: error !== undefined,
    helperText: error ?? description ?? hintOf(type),
    fullWidth: true,
  }
  if (type === 'date' && isShown)
    return (
      <CalendarField
        {...said}
        kind="day"
        onChange={onChange}
        required={required}
        readOnly={readOnly}
      />
    )
  const choices =
    type === 'boolean' ? ['true', 'false'] : type === 'enum' ? (field.values ?? []) : null
  const isSelect = choices !== null && isShown
  const isLong = type === 'text' || type === 'json'
  return (
    <TextField
      {...said}
      onChange={(event) => onChange(event.target.value)}
      {...(isSelect && { select: true })}
      {...(isLong && isShown && { multiline: true, minRows: 3, maxRows: 10 })}
      type={isShown ? 'text' : 'password'}
      slotProps={{
        htmlInput: {
          'aria-required': required,
          readOnly,
          spellCheck: false,
          autoComplete: 'off',
        },
        input: {
          ...(sensitive && {
            endAdornment: (
              // The arrow of a list of choices stands at the end already.
              <InputAdornment position="end" sx={isSelect ? { mr: 3 } : null}>
                <ShowToggle what={title} isShown={isShown} onShow={setIsShown} edge="end" />
              </InputAdornment>
            ),
          }),
        },
      }}
    >
      {isSelect && [
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
