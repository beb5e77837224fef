import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import type { Entity } from '../../../electron/contract/entity'
import type { RowFault } from '../../../electron/contract/transfer'
import { fieldTitle, pointedName } from './field-title'

type Props = {
  entity: Entity
  faults: RowFault[]
  /** Where nothing around the list scrolls. */
  scrolls?: boolean
}

/** Each fault with its place in the file; the code is for whoever writes the file by a program. */
export function RowFaults({ entity, faults, scrolls = false }: Props) {
  const { t } = useTranslation('transfers')
  const placeOf = (pointer: string) => {
    const name = pointedName(pointer)
    if (name === '') return t('faults.row')
    return fieldTitle(entity, name) ?? (name === 'id' ? t('columns.id') : name)
  }
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
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{placeOf(pointer)}</TableCell>
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
