import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Overview } from '../../../electron/contract/overview'
import { tokenStatuses } from '../../../electron/contract/token'
import { StatusBadge } from '../../ui/StatusBadge'
import { Panel } from './Panel'

export function TokensByStatus({ counts }: { counts: Overview['tokensByStatus'] }) {
  const { t } = useTranslation('overview')
  const present = tokenStatuses.toReversed().filter((status) => counts[status] > 0)
  return (
    <Panel title={t('byStatus.title')}>
      <Box
        component="ul"
        sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: 1 }}
      >
        {present.map((status) => (
          <Box
            component="li"
            key={status}
            sx={{ display: 'flex', justifyContent: 'space-between' }}
          >
            <StatusBadge status={status} />
            <span>{counts[status].toLocaleString('en-GB')}</span>
          </Box>
        ))}
      </Box>
    </Panel>
  )
}
