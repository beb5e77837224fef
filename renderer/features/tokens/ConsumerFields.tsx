import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import { longest, useFieldText } from '../../ui/field-text'
import type { TokenForm } from './token-form'

/** Who is on the other side: asked when something about the token has to be decided. */
export function ConsumerFields({ form }: { form: TokenForm }) {
  const { t } = useTranslation('tokens')
  const fieldText = useFieldText()
  const { errors } = form.formState
  return (
    <Stack direction="row" spacing={2} sx={{ alignItems: 'flex-start' }}>
      {(['system', 'contact', 'keptIn'] as const).map((one) => (
        <TextField
          key={one}
          {...form.register(one)}
          label={t(`create.${one}`)}
          error={errors[one] !== undefined}
          helperText={fieldText(errors[one]?.message, longest.note) ?? t(`create.${one}Hint`)}
          slotProps={{ htmlInput: { autoComplete: 'off' } }}
          sx={{ flex: 1 }}
        />
      ))}
    </Stack>
  )
}
