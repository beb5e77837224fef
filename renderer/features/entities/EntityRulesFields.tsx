import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import Stack from '@mui/material/Stack'
import Switch from '@mui/material/Switch'
import Typography from '@mui/material/Typography'
import { Controller, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { EntityForm } from './entity-form'

const demands = ['idempotencyKey', 'ifMatch'] as const

/** What callers must send so that a repeated or an outdated write does no harm. */
export function EntityRulesFields() {
  const { t } = useTranslation('entities')
  const { control } = useFormContext<EntityForm>()
  return (
    <Stack spacing={1}>
      <Typography variant="h3" component="h3">
        {t('rules.title')}
      </Typography>
      {demands.map((name) => (
        <Controller
          key={name}
          control={control}
          name={name}
          render={({ field: { value, onChange, ...field } }) => (
            <div>
              <FormControlLabel
                label={t(`rules.${name}`)}
                control={
                  <Switch
                    {...field}
                    checked={value === 'required'}
                    onChange={(_event, required) => onChange(required ? 'required' : 'optional')}
                  />
                }
              />
              <FormHelperText>{t(`rules.${name}Hint`)}</FormHelperText>
            </div>
          )}
        />
      ))}
    </Stack>
  )
}
