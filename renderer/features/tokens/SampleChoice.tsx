import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useTranslation } from 'react-i18next'
import type { SampleCall } from '../../../electron/contract/sample'

type Props = { calls: SampleCall[]; chosen: SampleCall; onChoose(index: number): void }

/** Which of the calls that the token may make is shown. */
export function SampleChoice({ calls, chosen, onChoose }: Props) {
  const { t } = useTranslation('tokens')
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={chosen.does}
      aria-label={t('created.sampleCall')}
      onChange={(_event, does: SampleCall['does'] | null) => {
        if (does !== null) onChoose(calls.findIndex((one) => one.does === does))
      }}
      sx={{ mb: 1 }}
    >
      {calls.map(({ does }) => (
        <ToggleButton key={does} value={does} sx={{ textTransform: 'none', px: 1.5, py: 0.25 }}>
          {t(`created.does.${does}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
