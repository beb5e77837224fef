import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Entity } from '../../../electron/contract/entity'
import type { ImportColumn, ImportFile, ImportMode } from '../../../electron/contract/transfer'
import { fieldTitle } from './field-title'

type Props = { entity: Entity; file: ImportFile; mode: ImportMode }

/** How each column is read; what keeps the file from being imported is named. */
export function ImportColumns({ entity, file, mode }: Props) {
  const { t } = useTranslation('transfers')
  const { columns, missing, format } = file
  if (format === 'ndjson')
    return <Typography color="textSecondary">{t('columns.lines')}</Typography>
  const named = (problem: ImportColumn['problem']) =>
    columns.filter((one) => one.problem === problem).map((one) => one.column || t('columns.noName'))
  const [unknown, repeated] = [named('unknown'), named('repeated')]
  return (
    <Box>
      <Typography variant="subtitle2" component="h3" sx={{ mb: 0.5 }}>
        {t('columns.title')}
      </Typography>
      <TableContainer sx={{ border: 1, borderColor: 'divider', borderRadius: 1 }}>
        <Table size="small" aria-label={t('columns.title')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('columns.column')}</TableCell>
              <TableCell>{t('columns.field')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {columns.map(({ column, field, problem }, place) => (
              // oxlint-disable-next-line react/no-array-index-key -- a file may repeat a column
              <TableRow key={place}>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>
                  {column || t('columns.noName')}
                </TableCell>
                <TableCell
                  sx={
                    problem === 'unknown' || problem === 'repeated'
                      ? { color: 'error.main' }
                      : problem
                        ? { color: 'text.secondary' }
                        : null
                  }
                >
                  {problem
                    ? t(`columns.problem.${problem}`)
                    : (fieldTitle(entity, field) ?? t('columns.id'))}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {unknown.length > 0 && (
        <Alert severity="error" sx={{ mt: 1 }}>
          {t('columns.unknown', { count: unknown.length, columns: unknown.join(', ') })}
        </Alert>
      )}
      {repeated.length > 0 && (
        <Alert severity="error" sx={{ mt: 1 }}>
          {t('columns.repeated', { count: repeated.length, columns: repeated.join(', ') })}
        </Alert>
      )}
      {missing.length > 0 && (
        <Alert severity={mode === 'replace' ? 'info' : 'error'} sx={{ mt: 1 }}>
          {t(mode === 'replace' ? 'columns.missingKept' : 'columns.missing', {
            count: missing.length,
            fields: missing.join(', '),
          })}
        </Alert>
      )}
    </Box>
  )
}
