import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { narrowWindow } from '../ui/narrow-window'
import { MenuLink } from './MenuLink'
import { quietSurface } from './theme'

/** The navigation panel left of a section's pages. */
export function SectionMenu({ section }: { section: 'parametrization' | 'audit' | 'api' }) {
  const { t } = useTranslation('shell')
  return (
    <Box
      component="nav"
      aria-label={t(`menu.${section}`)}
      sx={(theme) => ({
        flexShrink: 0,
        width: 176,
        p: 1.5,
        // The longest entry just fits, in bold.
        [narrowWindow]: {
          width: 148,
          p: 0.75,
          '& a': { paddingInline: '6px', fontSize: '0.8125rem' },
        },
        display: 'flex',
        flexDirection: 'column',
        gap: 0.5,
        borderRight: `1px solid ${theme.palette.divider}`,
        backgroundColor: quietSurface(theme),
      })}
    >
      {section === 'parametrization' ? (
        <>
          <MenuLink to="/parametrization/users">{t('menu.users')}</MenuLink>
          <MenuLink to="/parametrization/entities">{t('menu.entities')}</MenuLink>
          <MenuLink to="/parametrization/policies">{t('menu.policies')}</MenuLink>
        </>
      ) : section === 'api' ? (
        <>
          <MenuLink to="/api/gateway">{t('menu.gateway')}</MenuLink>
          <MenuLink to="/api/explain">{t('menu.explain')}</MenuLink>
          <MenuLink to="/api/identify">{t('menu.identify')}</MenuLink>
          <MenuLink to="/api/introspection">{t('menu.introspection')}</MenuLink>
          <MenuLink to="/api/forward-auth">{t('menu.forwardAuth')}</MenuLink>
        </>
      ) : (
        <>
          <MenuLink to="/audit/token-expiry">{t('menu.tokenExpiry')}</MenuLink>
          <MenuLink to="/audit/all-tokens">{t('menu.allTokens')}</MenuLink>
          <MenuLink to="/audit/refused-calls">{t('menu.refusedCalls')}</MenuLink>
          <MenuLink to="/audit/reviews">{t('menu.reviews')}</MenuLink>
          <MenuLink to="/audit/activity">{t('menu.activity')}</MenuLink>
          <MenuLink to="/audit/leak-scan">{t('menu.leakScan')}</MenuLink>
        </>
      )}
    </Box>
  )
}
