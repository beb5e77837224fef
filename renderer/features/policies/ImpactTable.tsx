import Stack from '@mui/material/Stack'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { ImpactRow } from '../../../electron/contract/policy-impact'
import { LastUseCell } from '../../ui/LastUseCell'
import { EndsBeforeAndAfter } from './EndsBeforeAndAfter'
import { ImpactBadge, InUseBadge } from './ImpactBadge'

/** What the policy would do to each token; `more` of them are counted and not shown. */
export function ImpactTable({ rows, more }: { rows: ImpactRow[]; more: number }) {
  const { t } = useTranslation('policies')
  return (
    <>
      <TableContainer sx={{ maxHeight: 'min(320px, 38vh)' }}>
        <Table size="small" stickyHeader aria-label={t('impact.table')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('impact.token')}</TableCell>
              <TableCell>{t('impact.what')}</TableCell>
              <TableCell>{t('impact.lastUse')}</TableCell>
              <TableCell>{t('impact.ends')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={row.id} sx={{ verticalAlign: 'top' }}>
                <TableCell sx={{ maxWidth: 220 }}>
                  <Typography variant="body2" noWrap title={row.name} sx={{ fontWeight: 600 }}>
                    {row.name}
                  </Typography>
                  <Typography
                    variant="caption"
                    component="div"
                    color="textSecondary"
                    noWrap
                    title={row.userName}
                  >
                    {row.userName}
                  </Typography>
                </TableCell>
                <TableCell>
                  <Stack sx={{ gap: 0.5, alignItems: 'flex-start' }}>
                    {row.kinds.map((kind) => (
                      <ImpactBadge key={kind} kind={kind} />
                    ))}
                  </Stack>
                </TableCell>
                <TableCell>
                  <Stack sx={{ gap: 0.5, alignItems: 'flex-start' }}>
                    {row.isInUse && <InUseBadge />}
                    <LastUseCell lastUsedAt={row.lastUsedAt} lastUsedFrom={row.lastUsedFrom} />
                    {row.lastUsedFrom !== null && (
                      <Typography variant="caption" color="textSecondary">
                        {t('impact.from', { source: row.lastUsedFrom })}
                      </Typography>
                    )}
                  </Stack>
                </TableCell>
                <TableCell>
                  <EndsBeforeAndAfter row={row} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {more > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('impact.more', { count: more })}
        </Typography>
      )}
    </>
  )
}
