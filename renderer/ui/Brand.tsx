import KeyRounded from '@mui/icons-material/KeyRounded'
import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'

export function Brand() {
  const { t } = useTranslation('common')
  return (
    <Box sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, fontWeight: 650 }}>
      <Box
        aria-hidden
        sx={{
          display: 'grid',
          placeItems: 'center',
          width: 24,
          height: 24,
          borderRadius: 1,
          color: 'primary.contrastText',
          backgroundColor: 'primary.main',
        }}
      >
        <KeyRounded sx={{ fontSize: 16 }} />
      </Box>
      {t('appName')}
    </Box>
  )
}
