import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import { PieChart } from '@mui/x-charts/PieChart'
import { useTranslation } from 'react-i18next'
import type { Overview } from '../../../electron/contract/overview'
import { tokenStatuses } from '../../../electron/contract/token'
import { GoLink } from '../../ui/GoLink'
import { StatusBadge } from '../../ui/StatusBadge'
import { allTokensPath } from './attention-path'
import { Panel } from './Panel'
import { useStatusColours } from './use-status-colours'

const across = 148

/** The ring is a picture alone; the list beside it has its numbers, and leads to the tokens. */
export function TokensByStatus({ counts }: { counts: Overview['tokensByStatus'] }) {
  const { t } = useTranslation('overview')
  const { t: common } = useTranslation('common')
  const colours = useStatusColours()
  const present = tokenStatuses.toReversed().filter((status) => counts[status] > 0)
  return (
    <Panel title={t('byStatus.title')}>
      <Stack direction="row" sx={{ gap: 3, alignItems: 'center', flexWrap: 'wrap' }}>
        <Box aria-hidden sx={{ width: across, height: across, pointerEvents: 'none' }}>
          <PieChart
            width={across}
            height={across}
            margin={0}
            hideLegend
            skipAnimation
            disableKeyboardNavigation
            slotProps={{ tooltip: { trigger: 'none' } }}
            series={[
              {
                data: present.map((status) => ({
                  id: status,
                  value: counts[status],
                  color: colours[status],
                })),
                innerRadius: 44,
                outerRadius: across / 2,
                paddingAngle: present.length > 1 ? 1 : 0,
                cornerRadius: 2,
              },
            ]}
          />
        </Box>
        <Box
          component="ul"
          sx={{ flex: 1, minWidth: 180, m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.75 }}
        >
          {present.map((status) => (
            <Box component="li" key={status} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
              <Box
                aria-hidden
                sx={{ width: 10, height: 10, borderRadius: 0.25, backgroundColor: colours[status] }}
              />
              <StatusBadge status={status} />
              <Link
                component={GoLink}
                to={allTokensPath({ statuses: [status] })}
                aria-label={t('byStatus.link', {
                  status: common(`tokenStatus.${status}`),
                  count: counts[status],
                })}
                sx={{ ml: 'auto', fontVariantNumeric: 'tabular-nums' }}
              >
                {counts[status].toLocaleString('en-GB')}
              </Link>
            </Box>
          ))}
        </Box>
      </Stack>
    </Panel>
  )
}
