import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import TableSortLabel from '@mui/material/TableSortLabel'
import { useTranslation } from 'react-i18next'
import type { Matrix } from '../../../electron/contract/matrix'
import { GoLink } from '../../ui/GoLink'
import { NameAndId } from '../../ui/NameAndId'
import { StatusBadge } from '../../ui/StatusBadge'
import { When } from '../../ui/When'
import { MatrixCell } from './MatrixCell'

export type MatrixSort = 'power' | 'name' | 'lastUsedAt'

type Props = {
  entities: Matrix['entities']
  rows: Matrix['rows']
  sort: MatrixSort
  onSort: (sort: MatrixSort) => void
}

export function MatrixTable({ entities, rows, sort, onSort }: Props) {
  const { t } = useTranslation('matrix')
  const { t: common } = useTranslation('common')
  const sortable = (name: MatrixSort) => (
    <TableCell sortDirection={sort === name ? 'desc' : false}>
      <TableSortLabel active={sort === name} direction="desc" onClick={() => onSort(name)}>
        {t(`column.${name}`)}
      </TableSortLabel>
    </TableCell>
  )
  return (
    <TableContainer>
      <Table size="small" aria-label={t('label')}>
        <TableHead>
          <TableRow>
            {sortable('name')}
            <TableCell>{t('column.status')}</TableCell>
            {sortable('power')}
            {entities.map((entity) => (
              <TableCell key={entity.id} align="center">
                {entity.title}
              </TableCell>
            ))}
            {sortable('lastUsedAt')}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.tokenId} hover>
              <TableCell component="th" scope="row">
                <NameAndId name={row.name} id={row.tokenId}>
                  <Link component={GoLink} to={`/parametrization/users/${row.userId}/tokens`}>
                    {row.name}
                  </Link>
                </NameAndId>
                <Box sx={{ typography: 'caption', color: 'text.secondary' }}>{row.userName}</Box>
              </TableCell>
              <TableCell>
                <StatusBadge status={row.status} />
              </TableCell>
              <TableCell>{row.power}</TableCell>
              {row.cells.map((cell, place) => (
                <TableCell key={entities[place]!.id} align="center">
                  <MatrixCell {...cell} />
                </TableCell>
              ))}
              <TableCell>
                <When at={row.lastUsedAt} empty={common('when.never')} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}
