import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormLabel from '@mui/material/FormLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Settings } from '../../../electron/contract/settings'

type Theme = Settings['theme']
type Props = { value: Theme; disabled: boolean; onChange: (theme: Theme) => void }

export function AppearanceChoice({ value, disabled, onChange }: Props) {
  const { t } = useTranslation('settings')
  const labelId = useId()
  return (
    <FormControl disabled={disabled}>
      <FormLabel id={labelId}>{t('appearance.label')}</FormLabel>
      <RadioGroup
        row
        aria-labelledby={labelId}
        value={value}
        onChange={(_event, chosen) => onChange(chosen as Theme)}
      >
        {Settings.shape.theme.options.map((theme) => (
          <FormControlLabel
            key={theme}
            value={theme}
            control={<Radio size="small" />}
            label={t(`appearance.${theme}`)}
          />
        ))}
      </RadioGroup>
    </FormControl>
  )
}
