import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { ActivityRow } from '../../../electron/contract/activity'
import { exactWords, localZone } from '../../ui/moments'
import { Difference } from './Difference'
import type { ActivityFilters } from './use-activity-filters'

type Props = { entry: ActivityRow; list: ActivityFilters['list'] }

/** The difference, and the ways from this entry to others. */
export function EntryDetails({ entry, list }: Props) {
  const { t } = useTranslation('activity')
  const { subjectId, subjectKind, subjectName, group } = entry
  const hasFacts = entry.before !== null || entry.after !== null
  return (
    <Stack sx={{ gap: 0.75, pb: 1, alignItems: 'flex-start' }}>
      {hasFacts ? (
        <Difference entry={entry} />
      ) : (
        <Typography variant="body2" color="textSecondary">
          {t('facts.nothingToCompare')}
        </Typography>
      )}
      <Stack direction="row" sx={{ gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="caption" color="textSecondary">
          {t('entryAt', { seq: entry.seq, when: exactWords(entry.at, localZone()) })}
        </Typography>
        {subjectId !== null && (
          <Button
            size="small"
            onClick={() => list.setFilters({ kind: subjectKind, object: subjectId })}
          >
            {t('allAboutObject', { name: subjectName })}
          </Button>
        )}
        {group !== null && list.filter('group') === undefined && (
          <Button size="small" onClick={() => list.setFilter('group', group)}>
            {t('allOfGroup')}
          </Button>
        )}
      </Stack>
    </Stack>
  )
}
