import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import icon from '../../resources/icon.svg'

export function Brand() {
  const { t } = useTranslation('common')
  return (
    <Box sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, fontWeight: 650 }}>
      <img src={icon} alt="" width={26} height={26} />
      {t('appName')}
    </Box>
  )
}
