import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import type { ActivityRow } from '../../../electron/contract/activity'
import { factChanges, type FactChange } from './fact-changes'
import { FactText } from './FactText'
import { Marked } from './Marked'
import { useFactWords } from './use-fact-words'

/** What an entry changed, fact by fact. */
export function Difference({ entry }: { entry: ActivityRow }) {
  const { t } = useTranslation('activity')
  const { nameOf } = useFactWords()
  return (
    <Table
      size="small"
      aria-label={t('facts.label', { seq: entry.seq })}
      sx={{ width: 'auto', '& th, & td': { border: 0, py: 0.5, pl: 0, verticalAlign: 'top' } }}
    >
      <TableBody>
        {factChanges(entry.before, entry.after).map((change) => (
          <TableRow key={change.name}>
            <TableCell
              component="th"
              scope="row"
              sx={{ color: 'text.secondary', pr: 3, minWidth: 120, maxWidth: 260 }}
            >
              {nameOf(change.name)}
            </TableCell>
            <TableCell sx={{ overflowWrap: 'anywhere', userSelect: 'text' }}>
              <Change change={change} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

function Change({ change }: { change: FactChange }) {
  const { t } = useTranslation('activity')
  const { name } = change
  if (change.is === 'changed')
    return (
      <Stack direction="row" sx={{ gap: 0.75, flexWrap: 'wrap', alignItems: 'baseline' }}>
        <Marked as="removed">
          <FactText name={name} value={change.before} />
        </Marked>
        <Marked as="added">
          <FactText name={name} value={change.after} />
        </Marked>
      </Stack>
    )
  if (change.is === 'list')
    return (
      <Stack sx={{ gap: 0.25, alignItems: 'flex-start' }}>
        {change.removed.map((item) => (
          <Marked key={item} as="removed">
            {item}
          </Marked>
        ))}
        {change.added.map((item) => (
          <Marked key={item} as="added">
            {item}
          </Marked>
        ))}
        {change.kept > 0 && (
          <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
            {t('facts.kept', { count: change.kept })}
          </Box>
        )}
      </Stack>
    )
  if (change.is === 'added' || change.is === 'removed')
    return (
      <Marked as={change.is}>
        <FactText name={name} value={change.value} />
      </Marked>
    )
  return (
    <>
      <FactText name={name} value={change.value} />
      {change.is === 'same' && (
        <Box component="span" sx={{ typography: 'caption', color: 'text.secondary', ml: 1 }}>
          {t('facts.same')}
        </Box>
      )}
    </>
  )
}
