import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
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
  /** Of one user the name is above the table already. */
  withUser: boolean
  sort: MatrixSort
  onSort: (sort: MatrixSort) => void
}

const directions = { power: 'desc', name: 'asc', lastUsedAt: 'desc' } as const

export function MatrixTable({ entities, rows, withUser, sort, onSort }: Props) {
  const { t } = useTranslation('matrix')
  const { t: common } = useTranslation('common')
  const sortable = (name: MatrixSort) => (
    <TableCell
      sortDirection={sort === name ? directions[name] : false}
      align={name === 'power' ? 'right' : 'left'}
    >
      <TableSortLabel
        active={sort === name}
        direction={directions[name]}
        onClick={() => onSort(name)}
      >
        {t(`column.${name}`)}
      </TableSortLabel>
    </TableCell>
  )
  return (
    <Box className="kw-table" sx={{ position: 'relative', minHeight: 220 }}>
      <Box
        sx={{ position: 'absolute', inset: 0, overflow: 'auto' }}
        tabIndex={0}
        role="region"
        aria-label={t('label')}
      >
        <Table size="small" stickyHeader aria-label={t('label')} sx={dense}>
          <TableHead>
            <TableRow>
              {sortable('name')}
              <TableCell>{t('column.status')}</TableCell>
              {sortable('lastUsedAt')}
              {sortable('power')}
              {entities.map((entity) => (
                <TableCell key={entity.id} align="center" title={entity.name}>
                  {entity.title}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={row.tokenId} hover>
                <TableCell component="th" scope="row">
                  <NameAndId name={row.name} id={row.tokenId}>
                    <Link
                      component={GoLink}
                      to={`/parametrization/users/${row.userId}/tokens?search=${row.tokenId}`}
                    >
                      {row.name}
                    </Link>
                  </NameAndId>
                  {withUser && (
                    <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
                      {row.userName}
                    </Box>
                  )}
                </TableCell>
                <TableCell>
                  <StatusBadge status={row.status} />
                </TableCell>
                <TableCell>
                  <When at={row.lastUsedAt} empty={common('when.never')} />
                </TableCell>
                <TableCell align="right">{row.power}</TableCell>
                {row.cells.map((cell, place) => (
                  <TableCell key={entities[place]!.id} align="center">
                    <MatrixCell {...cell} />
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Box>
  )
}

/** The name stays in sight where many entities make the table wider than the window. */
const dense = {
  width: 'auto',
  minWidth: '100%',
  '& th, & td': { px: 1.25, whiteSpace: 'nowrap' },
  '& tr > th:first-of-type': {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    bgcolor: 'background.default',
    maxWidth: 220,
  },
  '& thead tr > th:first-of-type': { zIndex: 3 },
} as const
