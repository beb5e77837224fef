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

/** What "No limit" switched off turns into, where no number was there before. */
const usualDays = 366

export function LongestLifetime({ readOnly }: { readOnly: boolean }) {
  const { t } = useTranslation('policies')
  const fieldText = useFieldText()
  const { control } = useFormContext<Policy>()
  const [daysBefore, setDaysBefore] = useState(usualDays)
  return (
    <Controller
      control={control}
      name="longestLifetimeDays"
      render={({ field: { value, onChange, onBlur, ref, name }, fieldState: { error } }) => (
        <Stack direction="row" spacing={3} sx={{ alignItems: 'flex-start' }}>
          <TextField
            name={name}
            inputRef={ref}
            label={t('longest.label')}
            value={value === null ? t('longest.noLimit') : shown(value)}
            onChange={(event) => onChange(daysTyped(event.target.value))}
            onBlur={onBlur}
            disabled={value === null || readOnly}
            error={error !== undefined}
            helperText={fieldText(error?.message) ?? t('longest.hint')}
            slotProps={{
              htmlInput: { inputMode: 'numeric' },
              input: {
                endAdornment: value !== null && (
                  <InputAdornment position="end">{t('longest.days')}</InputAdornment>
                ),
              },
            }}
            sx={{ flex: 1 }}
          />
          <FormControlLabel
            label={t('longest.noLimit')}
            disabled={readOnly}
            sx={{ pt: 1 }}
            control={
              <Switch
                checked={value === null}
                onChange={(_event, noLimit) => {
                  if (value) setDaysBefore(value)
                  onChange(noLimit ? null : daysBefore)
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
