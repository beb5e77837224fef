import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import type { ActivityEntry } from '../../../electron/contract/activity'
import { pairFacts } from './pair-facts'
import { useFactWords } from './use-fact-words'

export function FactsTable({ entry }: { entry: ActivityEntry }) {
  const { t } = useTranslation('activity')
  const { nameOf, valueOf } = useFactWords()
  const hasBefore = entry.before !== null
  return (
    <Table
      size="small"
      aria-label={t('facts.label', { seq: entry.seq })}
      sx={{ width: 'auto', mb: 1, '& td': { overflowWrap: 'anywhere' } }}
    >
      <TableHead>
        <TableRow>
          <TableCell>{t('facts.fact')}</TableCell>
          {hasBefore && <TableCell>{t('facts.before')}</TableCell>}
          <TableCell>{t('facts.after')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {pairFacts(entry.before, entry.after).map(({ name, before, after, changed }) => (
          <TableRow key={name}>
            <TableCell component="th" scope="row">
              {nameOf(name)}
            </TableCell>
            {hasBefore && <TableCell>{valueOf(name, before)}</TableCell>}
            <TableCell sx={changed ? { fontWeight: 600 } : {}}>{valueOf(name, after)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
