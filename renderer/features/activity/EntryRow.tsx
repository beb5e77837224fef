import type { Theme } from '@mui/material/styles'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActivityRow } from '../../../electron/contract/activity'
import { When } from '../../ui/When'
import { EntryDetails } from './EntryDetails'
import { ObjectLink } from './ObjectLink'
import { Opening } from './Opening'
import type { ActivityFilters } from './use-activity-filters'

type Props = {
  entry: ActivityRow
  list: ActivityFilters['list']
  /** Under the row of its group. */
  isInGroup?: boolean
}

/** A bar beside the rows that belong together. */
const inGroup = {
  bgcolor: 'action.hover',
  '& > td:first-of-type': {
    boxShadow: ({ palette }: Theme) => `inset 3px 0 ${palette.primary.main}`,
  },
  '& > td:nth-of-type(2)': { pl: 4 },
}

/** One entry; it opens to the difference it made. */
export function EntryRow({ entry, list, isInGroup = false }: Props) {
  const { t } = useTranslation('activity')
  const [isOpen, setIsOpen] = useState(false)
  const detailsId = useId()
  return (
    <>
      <TableRow
        hover
        sx={{ ...(isInGroup && inGroup), ...(isOpen && { '& > td': { borderBottom: 0 } }) }}
      >
        <TableCell padding="checkbox">
          <Opening
            isOpen={isOpen}
            onToggle={() => setIsOpen(!isOpen)}
            label={t(isOpen ? 'hideDetails' : 'showDetails', { seq: entry.seq })}
            controls={detailsId}
          />
        </TableCell>
        <TableCell>
          <When at={entry.at} />
        </TableCell>
        <TableCell sx={{ overflowWrap: 'anywhere' }}>{entry.actorName || t('nobody')}</TableCell>
        <TableCell>{t(`did.${entry.action}`)}</TableCell>
        <TableCell sx={{ overflowWrap: 'anywhere' }}>
          <ObjectLink entry={entry} />
        </TableCell>
      </TableRow>
      {isOpen && (
        <TableRow id={detailsId} sx={isInGroup ? inGroup : {}}>
          <TableCell />
          <TableCell colSpan={4} sx={{ pt: 0 }}>
            <EntryDetails entry={entry} list={list} />
          </TableCell>
        </TableRow>
      )}
    </>
  )
}
