import Link from '@mui/material/Link'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import type { RouteSet } from '../../../electron/contract/route-set'
import { GoLink } from '../../ui/GoLink'
import { When } from '../../ui/When'
import { RouteSetState } from './RouteSetState'
import { pathOfRouteSet } from './route-set-path'

export function RouteSetList({ routeSets }: { routeSets: RouteSet[] }) {
  const { t } = useTranslation('routeSets')
  return (
    <Table aria-label={t('list.label')} sx={{ maxWidth: 1000 }}>
      <TableHead>
        <TableRow>
          <TableCell>{t('list.title')}</TableCell>
          <TableCell>{t('list.name')}</TableCell>
          <TableCell align="right">{t('list.rules')}</TableCell>
          <TableCell>{t('list.proxies')}</TableCell>
          <TableCell>{t('list.state')}</TableCell>
          <TableCell>{t('list.updatedAt')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {routeSets.map((routeSet) => (
          <TableRow key={routeSet.id} hover>
            <TableCell sx={{ overflowWrap: 'anywhere' }}>
              <Link component={GoLink} to={pathOfRouteSet(routeSet.id)}>
                {routeSet.title}
              </Link>
            </TableCell>
            <TableCell sx={{ overflowWrap: 'anywhere' }}>
              <code>{routeSet.name}</code>
            </TableCell>
            <TableCell align="right">{routeSet.rules.length}</TableCell>
            <TableCell sx={{ maxWidth: 220 }}>{routeSet.proxies.join(', ')}</TableCell>
            <TableCell>
              <RouteSetState enabled={routeSet.enabled} />
            </TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>
              <When at={routeSet.updatedAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
