import Link from '@mui/material/Link'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Overview } from '../../../electron/contract/overview'
import { GoLink } from '../../ui/GoLink'
import { StatusBadge } from '../../ui/StatusBadge'
import { WhenDay } from '../../ui/WhenDay'
import { Panel } from './Panel'

export function NextToExpire({ tokens }: { tokens: Overview['nextToExpire'] }) {
  const { t } = useTranslation('overview')
  return (
    <Panel title={t('next.title')}>
      {tokens.length === 0 ? (
        <Typography color="textSecondary">{t('next.none')}</Typography>
      ) : (
        <Table size="small" aria-label={t('next.title')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('next.token')}</TableCell>
              <TableCell>{t('next.user')}</TableCell>
              <TableCell>{t('next.expires')}</TableCell>
              <TableCell>{t('next.status')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {tokens.map((token) => (
              <TableRow key={token.id} hover>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>
                  <Link component={GoLink} to={`/parametrization/users/${token.userId}/tokens`}>
                    {token.name}
                  </Link>
                </TableCell>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>{token.userName}</TableCell>
                <TableCell>
                  <WhenDay at={token.expiresAt} />
                </TableCell>
                <TableCell>
                  <StatusBadge status={token.status} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Panel>
  )
}
