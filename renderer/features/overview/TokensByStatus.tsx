import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import type { Overview } from '../../../electron/contract/overview'
import { tokenStatuses, type TokenStatus } from '../../../electron/contract/token'
import { GoLink } from '../../ui/GoLink'
import { StatusBadge } from '../../ui/StatusBadge'
import { Panel } from './Panel'

/** The users to whom such tokens belong, where the list of users can be arranged to show them. */
const listOf: Partial<Record<TokenStatus, string>> = {
  active: '/parametrization/users?sort=activeTokens&direction=desc',
  expiring_soon: '/parametrization/users?sort=nextExpiryAt&direction=asc',
  user_disabled: '/parametrization/users?status=disabled',
}

export function TokensByStatus({ counts }: { counts: Overview['tokensByStatus'] }) {
  const { t } = useTranslation('overview')
  const { t: tCommon } = useTranslation('common')
  const present = tokenStatuses.toReversed().filter((status) => counts[status] > 0)
  return (
    <Panel title={t('byStatus.title')}>
      <Box
        component="ul"
        sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: 1 }}
      >
        {present.map((status) => {
          const to = listOf[status]
          const count = counts[status].toLocaleString('en-GB')
          return (
            <Box component="li" key={status} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
              <Box sx={{ flex: 1 }}>
                <StatusBadge status={status} />
              </Box>
              {to ? (
                <Link
                  component={GoLink}
                  to={to}
                  aria-label={t('byStatus.count', {
                    status: tCommon(`tokenStatus.${status}`),
                    count,
                  })}
                >
                  {count}
                </Link>
              ) : (
                <span>{count}</span>
              )}
            </Box>
          )
        })}
      </Box>
    </Panel>
  )
}
