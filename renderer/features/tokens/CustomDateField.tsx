import CalendarMonthRounded from '@mui/icons-material/CalendarMonthRounded'
import IconButton from '@mui/material/IconButton'
import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import { useRef, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Day } from '../../../electron/contract/expiry'
import { dayOf } from './ends-on'

type CustomDateFieldProps = {
  value: string
  onChange(date: string): void
  onBlur(): void
  inputRef: Ref<HTMLInputElement>
  error: string | undefined
  earliest: number
  latest: number | null
  zone: string
}

/**
 * A day as text, the same on every machine; the calendar beside it is the system's own. A bare
 * date input would be written in the order of whatever locale Chromium was started with.
 */
export function CustomDateField(props: CustomDateFieldProps) {
  const { value, onChange, onBlur, inputRef, error, earliest, latest, zone } = props
  const { t } = useTranslation('tokens')
  const calendar = useRef<HTMLInputElement>(null)
  return (
    <TextField
      label={t('create.expiresOn')}
      value={value}
      onChange={(event) => onChange(event.target.value.trim())}
      onBlur={onBlur}
      inputRef={inputRef}
      placeholder={t('create.dateForm')}
      error={error !== undefined}
      helperText={error ?? t('create.dateForm')}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: { spellCheck: false, autoComplete: 'off', 'aria-required': true },
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <input
                ref={calendar}
                type="date"
                tabIndex={-1}
                aria-hidden
                // Half a date is none to a calendar.
                value={Day.safeParse(value).success ? value : ''}
                min={dayOf(earliest, zone)}
                max={latest === null ? undefined : dayOf(latest, zone)}
                onChange={(event) => onChange(event.target.value)}
                // The picker opens where its input is, so the input may be unseen but not absent.
                style={{ width: 1, opacity: 0, border: 0, padding: 0, pointerEvents: 'none' }}
              />
              <IconButton
                edge="end"
                size="small"
                aria-label={t('create.openCalendar')}
                onClick={() => calendar.current?.showPicker()}
              >
                <CalendarMonthRounded fontSize="small" />
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
      sx={{ flex: 1 }}
    />
  )
}
