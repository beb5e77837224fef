import InputAdornment from '@mui/material/InputAdornment'
import TextField, { type TextFieldProps } from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ShowToggle } from './ShowToggle'

type Props = Omit<TextFieldProps<'outlined'>, 'type' | 'slotProps' | 'variant'>

/** A password can be looked at while it is typed, and pasted. */
export function PasswordField({ autoComplete = 'off', ...field }: Props) {
  const { t } = useTranslation('common')
  const [isShown, setIsShown] = useState(false)
  return (
    <TextField
      {...field}
      type={isShown ? 'text' : 'password'}
      autoComplete={autoComplete}
      slotProps={{
        htmlInput: { spellCheck: false, autoCapitalize: 'off' },
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <ShowToggle
                what={t('password.what')}
                isShown={isShown}
                onShow={setIsShown}
                edge="end"
              />
            </InputAdornment>
          ),
        },
      }}
    />
  )
}
