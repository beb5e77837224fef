import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import FormLabel from '@mui/material/FormLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

type Reach = 'this_computer' | 'other_computers'
type Props = { reach: Reach; onChange: (reach: Reach) => void }

export function ReachField({ reach, onChange }: Props) {
  const { t } = useTranslation('api')
  const labelId = useId()
  return (
    <FormControl>
      <FormLabel id={labelId}>{t('listening.reach')}</FormLabel>
      <RadioGroup
        row
        aria-labelledby={labelId}
        value={reach}
        onChange={(_event, chosen) => onChange(chosen as Reach)}
      >
        {(['this_computer', 'other_computers'] as const).map((one) => (
          <FormControlLabel
            key={one}
            value={one}
            label={t(`listening.${one}`)}
            control={<Radio size="small" />}
          />
        ))}
      </RadioGroup>
      <FormHelperText sx={{ mx: 0 }}>
        {t(reach === 'this_computer' ? 'listening.thisHint' : 'listening.otherHint')}
      </FormHelperText>
    </FormControl>
  )
}
