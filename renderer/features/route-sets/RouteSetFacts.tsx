import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import Stack from '@mui/material/Stack'
import Switch from '@mui/material/Switch'
import TextField from '@mui/material/TextField'
import { Controller, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useFieldText } from '../../ui/field-text'
import { ProxiesField } from './ProxiesField'
import type { RouteSetForm } from './route-set-form'

export function RouteSetFacts({ readOnly }: { readOnly: boolean }) {
  const { t } = useTranslation('routeSets')
  const fieldText = useFieldText()
  const { control, register, formState } = useFormContext<RouteSetForm>()
  const { title } = formState.errors
  return (
    <Stack direction="row" useFlexGap sx={{ gap: 3, flexWrap: 'wrap', alignItems: 'flex-start' }}>
      <Stack spacing={1} sx={{ flex: '1 1 240px', maxWidth: 360 }}>
        <TextField
          {...register('title')}
          label={t('form.title')}
          error={title !== undefined}
          helperText={fieldText(title?.message)}
          slotProps={{ htmlInput: { readOnly } }}
        />
        <Controller
          control={control}
          name="enabled"
          render={({ field: { value, ref, ...field } }) => (
            <div>
              <FormControlLabel
                label={t('form.enabled')}
                control={
                  <Switch
                    {...field}
                    checked={value}
                    disabled={readOnly}
                    slotProps={{ input: { ref } }}
                  />
                }
              />
              <FormHelperText sx={{ mt: 0 }}>{t('form.enabledHint')}</FormHelperText>
            </div>
          )}
        />
      </Stack>
      <ProxiesField readOnly={readOnly} />
    </Stack>
  )
}
