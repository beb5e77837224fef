import Chip from '@mui/material/Chip'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import { activityActions, SubjectKind } from '../../../electron/contract/activity'
import { narrowWindow } from '../../ui/narrow-window'
import { SearchField } from '../../ui/SearchField'
import { ActorFilter } from './ActorFilter'
import { PeriodFilter } from './PeriodFilter'
import type { ActivityFilters } from './use-activity-filters'

const any = 'any'

/** `isOfUser`: all of it concerns one user already. */
export function ActivityFilterBar({
  isOfUser,
  ...filters
}: ActivityFilters & { isOfUser: boolean }) {
  const { t } = useTranslation('activity')
  const { list, asked } = filters
  const chosen = (value: string) => (value === any ? undefined : value)
  const actions = activityActions
    .map((action) => ({ action, label: t(`did.${action}`) }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
  return (
    <Stack
      direction="row"
      useFlexGap
      sx={{ mb: 2, gap: 1.5, alignItems: 'flex-start', flexWrap: 'wrap' }}
    >
      <SearchField label={t('search')} value={list.search} onChange={list.setSearch} />
      <ActorFilter actor={asked.actor} onActor={(actor) => list.setFilter('actor', actor)} />
      <TextField
        select
        size="small"
        label={t('action')}
        value={asked.action ?? any}
        onChange={({ target }) => list.setFilter('action', chosen(target.value))}
        sx={{ width: 220, [narrowWindow]: { width: 180 } }}
      >
        <MenuItem value={any}>{t('any')}</MenuItem>
        {actions.map(({ action, label }) => (
          <MenuItem key={action} value={action}>
            {label}
          </MenuItem>
        ))}
      </TextField>
      {!isOfUser && (
        <TextField
          select
          size="small"
          label={t('object')}
          value={asked.subjectKind ?? any}
          onChange={({ target }) =>
            list.setFilters({ kind: chosen(target.value), object: undefined })
          }
          sx={{ width: 150, [narrowWindow]: { width: 120 } }}
        >
          <MenuItem value={any}>{t('any')}</MenuItem>
          {SubjectKind.options.map((kind) => (
            <MenuItem key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </MenuItem>
          ))}
        </TextField>
      )}
      <PeriodFilter {...filters} />
      {asked.subjectId && (
        <Chip
          label={t('onlyObject', { id: asked.subjectId })}
          onDelete={() => list.setFilters({ kind: undefined, object: undefined })}
        />
      )}
      {asked.group && (
        <Chip label={t('onlyGroup')} onDelete={() => list.setFilter('group', undefined)} />
      )}
    </Stack>
  )
}
