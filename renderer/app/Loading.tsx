import Box from '@mui/material/Box'
import CircularProgress from '@mui/material/CircularProgress'
import { useTranslation } from 'react-i18next'

export function Loading() {
  const { t } = useTranslation('common')
  return (
    <Box sx={{ flex: 1, display: 'grid', placeItems: 'center', minHeight: 160 }}>
      <CircularProgress size={28} aria-label={t('loading')} />
    </Box>
  )
}
