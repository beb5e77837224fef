import ScienceOutlined from '@mui/icons-material/ScienceOutlined'
import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../keyward'
import { Brand } from '../ui/Brand'
import { ToneBadge } from '../ui/ToneBadge'
import { MenuLink } from './MenuLink'
import { NetworkMark } from './NetworkMark'
import { PersonMenu } from './PersonMenu'
import { quietSurface } from './theme'

export function TopBar() {
  const { t } = useTranslation('shell')
  const { data: session } = useAnswer('session.state', undefined)
  const isDemo = session?.stage === 'signed_in' && session.demo
  return (
    <Box
      component="header"
      sx={(theme) => ({
        flexShrink: 0,
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        height: 52,
        px: 2,
        borderBottom: `1px solid ${theme.palette.divider}`,
        backgroundColor: quietSurface(theme),
      })}
    >
      <Brand />
      <Box component="nav" aria-label={t('menu.label')} sx={{ flex: 1, display: 'flex', gap: 0.5 }}>
        <MenuLink to="/overview">{t('menu.overview')}</MenuLink>
        <MenuLink to="/parametrization">{t('menu.parametrization')}</MenuLink>
        <MenuLink to="/audit">{t('menu.audit')}</MenuLink>
        <MenuLink to="/api">{t('menu.api')}</MenuLink>
        <MenuLink to="/settings">{t('menu.settings')}</MenuLink>
      </Box>
      <NetworkMark besideDemo={isDemo} />
      {isDemo && (
        <ToneBadge tone="notice" icon={<ScienceOutlined aria-hidden />}>
          {t('demo')}
        </ToneBadge>
      )}
      <PersonMenu />
    </Box>
  )
}
