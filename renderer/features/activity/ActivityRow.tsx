import ExpandMoreRounded from '@mui/icons-material/ExpandMoreRounded'
import IconButton from '@mui/material/IconButton'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActivityEntry } from '../../../electron/contract/activity'
import { When } from '../../ui/When'
import { FactsTable } from './FactsTable'

export function ActivityRow({ entry }: { entry: ActivityEntry }) {
  const { t } = useTranslation('activity')
  const [open, setOpen] = useState(false)
  const factsId = useId()
  const hasFacts = entry.before !== null || entry.after !== null
  return (
    <>
      <TableRow hover sx={open ? { '& > td': { borderBottom: 0 } } : {}}>
        <TableCell padding="checkbox">
          {hasFacts && (
            <IconButton
              size="small"
              aria-label={t(open ? 'hideDetails' : 'showDetails', { seq: entry.seq })}
              aria-expanded={open}
              aria-controls={open ? factsId : undefined}
              onClick={() => setOpen(!open)}
            >
              <ExpandMoreRounded
                fontSize="small"
                sx={{ transform: open ? 'rotate(180deg)' : 'none' }}
              />
            </IconButton>
          )}
        </TableCell>
        <TableCell>
          <When at={entry.at} />
        </TableCell>
        <TableCell>{entry.actorName || t('nobody')}</TableCell>
        <TableCell>{t(`did.${entry.action}`)}</TableCell>
        <TableCell sx={{ overflowWrap: 'anywhere' }}>{entry.subjectName}</TableCell>
      </TableRow>
      {open && (
        <TableRow id={factsId}>
          <TableCell />
          <TableCell colSpan={4}>
            <FactsTable entry={entry} />
          </TableCell>
        </TableRow>
      )}
    </>
  )
}
