import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../keyward'

/** Lies over every page of a demo, so that no picture of it is taken for the real thing. */
export function DemoWatermark() {
  const { t } = useTranslation('shell')
  const { data: about } = useAnswer('settings.about', undefined)
  if (about?.demo !== true) return null
  return (
    <Box
      aria-hidden
      sx={{
        position: 'fixed',
        right: 40,
        bottom: 56,
        zIndex: 'tooltip',
        pointerEvents: 'none',
        userSelect: 'none',
        color: 'text.primary',
        opacity: 0.045,
        fontSize: 120,
        fontWeight: 800,
        lineHeight: 1,
        rotate: '-12deg',
      }}
    >
      {t('demo')}
    </Box>
  )
}
