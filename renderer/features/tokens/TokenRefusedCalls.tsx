import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { RefusedCall } from '../../../electron/contract/gateway'
import type { TokenId } from '../../../electron/contract/id'
import { failureIn, useAnswer } from '../../keyward'
import { explainPath, explainTokenPath } from '../../ui/explain-path'
import { FailureNotice } from '../../ui/FailureNotice'
import { GoLink } from '../../ui/GoLink'
import { When } from '../../ui/When'

const shown = 20

/** Why calls with this token were refused, the latest first; a new one appears by itself. */
export function TokenRefusedCalls({ tokenId }: { tokenId: TokenId }) {
  const { t } = useTranslation('tokens')
  const { data, error, refetch } = useAnswer('calls.refused', { tokenId, pageSize: shown })
  const failure = failureIn(error)
  return (
    <section>
      <Stack direction="row" sx={{ alignItems: 'baseline', justifyContent: 'space-between' }}>
        <Typography variant="subtitle2" component="h3" gutterBottom>
          {t('details.refused.title')}
        </Typography>
        <Link component={GoLink} to={explainTokenPath(tokenId)} variant="body2">
          {t('details.explain')}
        </Link>
      </Stack>
      {failure && <FailureNotice failure={failure} onRetry={() => void refetch()} />}
      {data?.total === 0 && (
        <Typography color="textSecondary">{t('details.refused.none')}</Typography>
      )}
      {data && data.total > 0 && <Calls calls={data.rows} />}
      {data && data.total > data.rows.length && (
        <Typography variant="caption" color="textSecondary">
          {t('details.refused.latest', { shown: data.rows.length, total: data.total })}
        </Typography>
      )}
    </section>
  )
}

function Calls({ calls }: { calls: RefusedCall[] }) {
  const { t } = useTranslation('tokens')
  const { t: common } = useTranslation('common')
  return (
    <Table size="small" aria-label={t('details.refused.title')}>
      <TableHead>
        <TableRow>
          <TableCell>{t('details.refused.when')}</TableCell>
          <TableCell>{t('details.refused.call')}</TableCell>
          <TableCell>{t('details.refused.reason')}</TableCell>
          <TableCell>{t('details.refused.source')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {calls.map((call) => (
          <TableRow key={call.id} sx={{ '& td': { verticalAlign: 'top' } }}>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>
              <When at={call.at} />
            </TableCell>
            <TableCell>
              <Box sx={{ fontFamily: 'monospace' }}>{call.method}</Box>
              <Asked call={call} />
            </TableCell>
            <TableCell>
              <Link component={GoLink} to={explainPath(call)}>
                {common(`refusalReason.${call.reason}`)}
              </Link>
            </TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>{call.source}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

function Asked({ call: { entity, permission } }: { call: RefusedCall }) {
  const { t } = useTranslation('tokens')
  const { t: common } = useTranslation('common')
  if (entity === null) return null
  return (
    <Box sx={{ color: 'text.secondary' }}>
      {permission === null
        ? entity
        : t('details.refused.on', { permission: common(`permission.${permission}`), entity })}
    </Box>
  )
}
