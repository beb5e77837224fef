import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import Stack from '@mui/material/Stack'
import Switch from '@mui/material/Switch'
import { useId } from 'react'
import { Controller, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Policy } from '../../../electron/contract/policy'

export function NeverAllowed({ readOnly }: { readOnly: boolean }) {
  const { t } = useTranslation('policies')
  const hintId = useId()
  const { control } = useFormContext<Policy>()
  return (
    <Stack>
      <Controller
        control={control}
        name="neverAllowed"
        render={({ field: { value, onChange, onBlur, ref } }) => (
          <FormControlLabel
            label={t('never.label')}
            disabled={readOnly}
            control={
              <Switch
                checked={value}
                onChange={onChange}
                onBlur={onBlur}
                slotProps={{ input: { ref, 'aria-describedby': hintId } }}
              />
            }
          />
        )}
      />
      <FormHelperText id={hintId}>{t('never.hint')}</FormHelperText>
    </Stack>
  )
}
