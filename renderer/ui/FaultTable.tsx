import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import type { RowFault } from '../../electron/contract/transfer'

type Props = {
  faults: RowFault[]
  /** What the place of a fault is called; null is the row as a whole. */
  placeOf: (pointer: string) => string | null
  /** Where nothing around the list scrolls. */
  scrolls?: boolean
}

/** Each fault with its place in the file; the code is for whoever writes the file by a program. */
export function FaultTable({ faults, placeOf, scrolls = false }: Props) {
  const { t } = useTranslation('transfers')
  return (
    <TableContainer
      tabIndex={scrolls ? 0 : undefined}
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        ...(scrolls && { maxHeight: 220 }),
      }}
    >
      <Table size="small" stickyHeader={scrolls} aria-label={t('faults.label')}>
        <TableHead>
          <TableRow>
            <TableCell align="right">{t('faults.line')}</TableCell>
            <TableCell>{t('faults.field')}</TableCell>
            <TableCell>{t('faults.what')}</TableCell>
            <TableCell>{t('faults.code')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {faults.map(({ line, pointer, code, detail }) => (
            <TableRow key={`${line} ${pointer} ${code}`} sx={{ verticalAlign: 'top' }}>
              <TableCell align="right">{line.toLocaleString('en-GB')}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {placeOf(pointer) ?? t('faults.row')}
              </TableCell>
              <TableCell sx={{ userSelect: 'text', overflowWrap: 'anywhere' }}>{detail}</TableCell>
              <TableCell>
                <code>{code}</code>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}
