import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import { narrowWindow } from '../../ui/narrow-window'
import { CalendarField } from '../../ui/CalendarField'
import { momentTyped } from '../../ui/typed-moment'
import { periods } from './periods'
import type { ActivityFilters } from './use-activity-filters'

const any = 'any'

/** A ready span of time, or two moments. */
export function PeriodFilter({
  list,
  period,
  typed,
}: Omit<ActivityFilters, 'asked' | 'isNarrowed'>) {
  const { t } = useTranslation('activity')
  const isWrong = (text: string) => text !== '' && Number.isNaN(momentTyped(text))
  return (
    <>
      <TextField
        select
        size="small"
        label={t('period')}
        value={period ?? any}
        onChange={({ target }) =>
          list.setFilter('period', target.value === any ? undefined : target.value)
        }
        sx={{ width: 150, [narrowWindow]: { width: 128 } }}
      >
        <MenuItem value={any}>{t('periods.any')}</MenuItem>
        {[...periods, 'custom' as const].map((one) => (
          <MenuItem key={one} value={one}>
            {t(`periods.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {period === 'custom' &&
        (['from', 'to'] as const).map((end) => (
          <CalendarField
            key={end}
            kind="moment"
            label={t(end)}
            value={typed[end]}
            onChange={(text) => list.setFilter(end, text)}
            error={isWrong(typed[end])}
            helperText={isWrong(typed[end]) ? t('notAMoment') : undefined}
            width={208}
          />
        ))}
    </>
  )
}
