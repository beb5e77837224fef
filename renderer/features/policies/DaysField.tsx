import FormControlLabel from '@mui/material/FormControlLabel'
import InputAdornment from '@mui/material/InputAdornment'
import Stack from '@mui/material/Stack'
import Switch from '@mui/material/Switch'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { Controller, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Policy } from '../../../electron/contract/policy'
import { useFieldText } from '../../ui/field-text'

type Props = {
  name: 'longestLifetimeDays' | 'defaultLifetimeDays' | 'unusedFlagDays' | 'unusedDisableDays'
  /** What the rule begins with where it was off before. */
  usualDays: number
  readOnly: boolean
}

/** A number of days, or the rule switched off. */
export function DaysField({ name, usualDays, readOnly }: Props) {
  const { t } = useTranslation('policies')
  const fieldText = useFieldText()
  const { control } = useFormContext<Policy>()
  const [daysBefore, setDaysBefore] = useState(usualDays)
  const off = t(`days.${name}.off`)
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { value, onChange, onBlur, ref }, fieldState: { error } }) => (
        <Stack direction="row" sx={{ alignItems: 'flex-start', gap: 3 }}>
          <TextField
            name={name}
            inputRef={ref}
            label={t(`days.${name}.label`)}
            value={value === null ? off : shown(value)}
            onChange={(event) => onChange(daysTyped(event.target.value))}
            onBlur={onBlur}
            disabled={value === null || readOnly}
            error={error !== undefined}
            helperText={fieldText(error?.message) ?? t(`days.${name}.hint`)}
            slotProps={{
              htmlInput: { inputMode: 'numeric' },
              input: {
                endAdornment: value !== null && (
                  <InputAdornment position="end">{t('days.unit')}</InputAdornment>
                ),
              },
            }}
            sx={{ flex: 1 }}
          />
          <FormControlLabel
            label={off}
            disabled={readOnly}
            sx={{ pt: 1, width: 160, mr: 0, whiteSpace: 'nowrap' }}
            control={
              <Switch
                checked={value === null}
                onChange={(_event, isOff) => {
                  if (value) setDaysBefore(value)
                  onChange(isOff ? null : daysBefore)
                }}
              />
            }
          />
        </Stack>
      )}
    />
  )
}

const shown = (days: number) => (days === 0 ? '' : String(days))

/** Digits only, as far as they can mean days; 0 stands for an empty field. */
const daysTyped = (text: string) => Number(text.replaceAll(/\D/g, '').slice(0, 6))
