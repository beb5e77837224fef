import Box from '@mui/material/Box'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActivityRow, Grouped } from '../../../electron/contract/activity'
import { When } from '../../ui/When'
import { GroupEntries } from './GroupEntries'
import { Opening } from './Opening'
import type { ActivityFilters } from './use-activity-filters'
import { useGroupWords } from './use-group-words'

type Props = {
  entry: ActivityRow
  grouped: Grouped
  list: ActivityFilters['list']
  asked: ActivityFilters['asked']
}

/** What one action wrote, folded under its newest entry. */
export function GroupRow({ entry, grouped, list, asked }: Props) {
  const { t } = useTranslation('activity')
  const words = useGroupWords()
  const [isOpen, setIsOpen] = useState(false)
  const what = words.what(entry.group ?? '', grouped)
  const objects = words.objects(grouped)
  return (
    <>
      <TableRow hover>
        <TableCell padding="checkbox">
          <Opening
            isOpen={isOpen}
            onToggle={() => setIsOpen(!isOpen)}
            label={t(isOpen ? 'group.hide' : 'group.show', { what, objects })}
          />
        </TableCell>
        <TableCell>
          <When at={entry.at} />
        </TableCell>
        <TableCell sx={{ overflowWrap: 'anywhere' }}>{entry.actorName || t('nobody')}</TableCell>
        <TableCell>{what}</TableCell>
        <TableCell>
          <Box component="span" sx={{ fontWeight: 600 }}>
            {objects}
          </Box>
        </TableCell>
      </TableRow>
      {isOpen && (
        <GroupEntries group={entry.group!} count={grouped.count} list={list} asked={asked} />
      )}
    </>
  )
}
