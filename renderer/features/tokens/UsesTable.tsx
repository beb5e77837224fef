import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { TokenUse } from '../../../electron/contract/usage'
import { When } from '../../ui/When'

/** Which permission on which entity was used how often, the latest use first. */
export function UsesTable({ uses, days }: { uses: TokenUse[]; days: number }) {
  const { t } = useTranslation('usage')
  const { t: common } = useTranslation('common')
  if (uses.length === 0) return <Typography color="textSecondary">{t('neverUsed')}</Typography>
  return (
    <Table size="small" aria-label={t('byUse')} sx={{ mt: 1, '& th, & td': { px: 1 } }}>
      <TableHead>
        <TableRow>
          <TableCell>{t('column.entity')}</TableCell>
          <TableCell>{t('column.permission')}</TableCell>
          <TableCell align="right">{t('column.recent', { days })}</TableCell>
          <TableCell align="right">{t('column.calls')}</TableCell>
          <TableCell>{t('column.lastUse')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {uses.map((use) => (
          <TableRow key={`${use.entityId} ${use.permission}`}>
            <TableCell component="th" scope="row">
              {use.entityTitle ?? t('deletedEntity', { id: use.entityId })}
            </TableCell>
            <TableCell>{common(`permission.${use.permission}`)}</TableCell>
            <TableCell align="right">{use.recentCalls.toLocaleString('en-GB')}</TableCell>
            <TableCell align="right">{use.calls.toLocaleString('en-GB')}</TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>
              <When at={use.lastUsedAt} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
