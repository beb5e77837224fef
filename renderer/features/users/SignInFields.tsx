import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import Switch from '@mui/material/Switch'
import TextField from '@mui/material/TextField'
import { Controller, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Role } from '../../../electron/contract/user'
import { longest, useFieldText } from '../../ui/field-text'
import { PasswordField } from '../../ui/PasswordField'
import type { NewUserForm } from './new-user-form'

/** Offered for a person only. The lesser role is what is chosen at first. */
export function SignInFields({ form }: { form: NewUserForm }) {
  const { t } = useTranslation('users')
  const { t: common } = useTranslation('common')
  const fieldText = useFieldText()
  const [kind, signIn] = useWatch({ control: form.control, name: ['kind', 'signIn'] })
  if (kind !== 'person') return null
  const maySignIn = signIn !== null && signIn !== undefined
  const passwordError = form.formState.errors.signIn?.password?.message
  return (
    <Box>
      <FormControlLabel
        label={t('create.maySignIn')}
        control={
          <Switch
            checked={maySignIn}
            onChange={(_event, next) =>
              form.setValue('signIn', next ? { role: 'auditor', password: '' } : null, {
                shouldDirty: true,
              })
            }
          />
        }
      />
      {maySignIn && (
        <Stack spacing={2} sx={{ mt: 1 }}>
          <Controller
            control={form.control}
            name="signIn.role"
            render={({ field: { ref, ...field } }) => (
              <TextField
                {...field}
                inputRef={ref}
                select
                label={t('create.role')}
                helperText={t(`create.roleHint.${field.value ?? 'auditor'}`)}
              >
                {Role.options.map((one) => (
                  <MenuItem key={one} value={one}>
                    {common(`role.${one}`)}
                  </MenuItem>
                ))}
              </TextField>
            )}
          />
          <PasswordField
            {...form.register('signIn.password')}
            label={t('create.password')}
            autoComplete="new-password"
            error={passwordError !== undefined}
            helperText={fieldText(passwordError, longest.password) ?? common('password.hint')}
          />
        </Stack>
      )}
    </Box>
  )
}
