import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useBarColours } from './ExpiryBars'

/** What the two colours of a bar are. */
export function ExpiryLegend() {
  const { t } = useTranslation('expiry')
  const colours = useBarColours()
  return (
    <Stack direction="row" sx={{ gap: 2 }}>
      {(['used', 'unused'] as const).map((which) => (
        <Stack key={which} direction="row" sx={{ gap: 0.75, alignItems: 'center' }}>
          <Box
            aria-hidden
            sx={{ width: 10, height: 10, borderRadius: 0.25, backgroundColor: colours[which] }}
          />
          <Typography variant="caption" color="textSecondary">
            {t(`timeline.${which}`)}
          </Typography>
        </Stack>
      ))}
    </Stack>
  )
}
