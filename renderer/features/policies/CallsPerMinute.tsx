import TextField from '@mui/material/TextField'
import { Controller, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Policy } from '../../../electron/contract/policy'
import { useFieldText } from '../../ui/field-text'

export function CallsPerMinute({ readOnly }: { readOnly: boolean }) {
  const { t } = useTranslation('policies')
  const fieldText = useFieldText()
  const { control } = useFormContext<Policy>()
  return (
    <Controller
      control={control}
      name="callsPerMinute"
      render={({ field: { value, onChange, onBlur, ref, name }, fieldState: { error } }) => (
        <TextField
          name={name}
          inputRef={ref}
          label={t('rate.label')}
          value={value === 0 ? '' : value}
          onChange={(event) =>
            onChange(Number(event.target.value.replaceAll(/\D/g, '').slice(0, 7)))
          }
          onBlur={onBlur}
          disabled={readOnly}
          error={error !== undefined}
          helperText={fieldText(error?.message) ?? t('rate.hint')}
          slotProps={{ htmlInput: { inputMode: 'numeric' } }}
          fullWidth
        />
      )}
    />
  )
}
