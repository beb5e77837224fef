import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { Controller, useWatch, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Role } from '../../../electron/contract/user'
import { longest, useFieldText } from '../../ui/field-text'
import { PasswordField } from '../../ui/PasswordField'
import type { Profile, ProfileInput } from './profile-form'

type SignInRightFieldsProps = {
  form: UseFormReturn<ProfileInput, unknown, Profile>
  /** Whether there is a password already. */
  hadRole: boolean
}

/** What a person may do in Keyward itself, and with which password. */
export function SignInRightFields({ form, hadRole }: SignInRightFieldsProps) {
  const { t } = useTranslation('users')
  const { t: common } = useTranslation('common')
  const fieldText = useFieldText()
  const role = useWatch({ control: form.control, name: 'role' })
  const { errors } = form.formState
  const hint = hadRole ? `${t('profile.newPasswordHint')} ` : ''
  return (
    <>
      <Controller
        control={form.control}
        name="role"
        render={({ field: { ref, ...field } }) => (
          <TextField
            {...field}
            inputRef={ref}
            select
            label={t('profile.role')}
            error={errors.role !== undefined}
            helperText={fieldText(errors.role?.message) ?? t('profile.rolePerson')}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          >
            <MenuItem value="">{t('roles.none')}</MenuItem>
            {Role.options.map((one) => (
              <MenuItem key={one} value={one}>
                {common(`role.${one}`)}
              </MenuItem>
            ))}
          </TextField>
        )}
      />
      {role !== '' && (
        <PasswordField
          {...form.register('password')}
          label={t('profile.newPassword')}
          autoComplete="new-password"
          error={errors.password !== undefined}
          helperText={
            fieldText(errors.password?.message, longest.password) ??
            `${hint}${common('password.hint')}`
          }
        />
      )}
    </>
  )
}
