import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import FormLabel from '@mui/material/FormLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { useId } from 'react'
import { useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { UserKind } from '../../../electron/contract/user'
import type { NewUserForm } from './new-user-form'

export function KindField({ form }: { form: NewUserForm }) {
  const { t } = useTranslation('users')
  const { t: common } = useTranslation('common')
  const labelId = useId()
  const { field } = useController({ control: form.control, name: 'kind' })
  const choose = (kind: UserKind) => {
    field.onChange(kind)
    // A service account never signs in to Keyward.
    if (kind === 'service_account') form.setValue('signIn', null, { shouldDirty: true })
  }
  return (
    <FormControl>
      <FormLabel id={labelId}>{t('kind')}</FormLabel>
      <RadioGroup
        row
        aria-labelledby={labelId}
        value={field.value}
        onChange={(_event, kind) => choose(kind as UserKind)}
      >
        {UserKind.options.map((one) => (
          <FormControlLabel
            key={one}
            value={one}
            label={common(`userKind.${one}`)}
            control={<Radio size="small" />}
          />
        ))}
      </RadioGroup>
      <FormHelperText sx={{ mx: 0 }}>
        {t(field.value === 'person' ? 'create.personHint' : 'create.serviceHint')}
      </FormHelperText>
    </FormControl>
  )
}
