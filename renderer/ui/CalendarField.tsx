import CalendarMonthRounded from '@mui/icons-material/CalendarMonthRounded'
import IconButton from '@mui/material/IconButton'
import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import { useRef, type ReactNode, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { calendarValue, typedForm } from './typed-moment'

type Props = {
  /** A day is typed as `2027-03-31`, a moment as `2027-03-31 08:30:00`. */
  kind: 'day' | 'moment'
  label: string
  value: string
  onChange(typed: string): void
  onBlur?(): void
  inputRef?: Ref<HTMLInputElement>
  error?: boolean
  helperText?: ReactNode
  required?: boolean
  readOnly?: boolean
  autoFocus?: boolean
  min?: string
  max?: string
  fullWidth?: boolean
  width?: number
  size?: 'small'
}

/**
 * A day or a moment as text, the same on every machine; the calendar beside it is the system's own.
 * A bare date input would be written in the order of whatever locale Chromium was started with.
 */
export function CalendarField(props: Props) {
  const { kind, label, value, onChange, onBlur, inputRef, error = false, helperText } = props
  const { required = false, readOnly = false, autoFocus = false, min, max, width, size } = props
  const { t } = useTranslation('common')
  const calendar = useRef<HTMLInputElement>(null)
  return (
    <TextField
      {...(size && { size })}
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onBlur}
      inputRef={inputRef}
      placeholder={t(`calendar.${kind}`)}
      error={error}
      helperText={helperText}
      autoFocus={autoFocus}
      fullWidth={props.fullWidth ?? false}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: { spellCheck: false, autoComplete: 'off', readOnly, 'aria-required': required },
        input: {
          endAdornment: !readOnly && (
            <InputAdornment position="end">
              <input
                ref={calendar}
                type={kind === 'day' ? 'date' : 'datetime-local'}
                step={kind === 'day' ? undefined : 1}
                tabIndex={-1}
                aria-hidden
                value={calendarValue(kind, value)}
                min={min}
                max={max}
                onChange={(event) => onChange(typedForm(event.target.value))}
                // The picker opens where its input is, so the input may be unseen but not absent.
                style={{ width: 1, opacity: 0, border: 0, padding: 0, pointerEvents: 'none' }}
              />
              <IconButton
                edge="end"
                size="small"
                aria-label={t('calendar.open')}
                onClick={() => calendar.current?.showPicker()}
              >
                <CalendarMonthRounded fontSize="small" />
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
      sx={width === undefined ? { flex: 1 } : { width }}
    />
  )
}
