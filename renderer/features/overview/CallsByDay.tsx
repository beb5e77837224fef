import Link from '@mui/material/Link'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { localZone } from '../../ui/moments'
import { useNow } from '../../ui/useNow'
import { CallsByDayTable } from './CallsByDayTable'
import { CallsPicture } from './CallsPicture'
import { daysUpTo } from './days'
import { Panel } from './Panel'

const shown = 30

/** Calls and refusals of the last days, by the calendar on the wall here. */
export function CallsByDay() {
  const { t } = useTranslation('overview')
  const zone = localZone()
  const now = useNow()
  const [isTable, setTable] = useState(false)
  const asked = { days: daysUpTo(now, shown, zone) }
  const { data: days, error, refetch } = useAnswer('calls.daily', asked)
  const failure = failureIn(error)
  const isEmpty = days?.every(({ allowed, refused }) => allowed + refused === 0)
  return (
    <Panel
      title={t('byDay.title')}
      aside={
        days &&
        !isEmpty && (
          <Link component="button" variant="body2" onClick={() => setTable(!isTable)}>
            {t(isTable ? 'byDay.picture' : 'byDay.table')}
          </Link>
        )
      }
    >
      {failure && <FailureNotice failure={failure} onRetry={() => void refetch()} />}
      {!days && !failure && <Skeleton variant="rounded" height={230} />}
      {days && isEmpty && (
        <Typography color="textSecondary">{t('byDay.none', { days: shown })}</Typography>
      )}
      {days &&
        !isEmpty &&
        (isTable ? (
          <CallsByDayTable days={days} zone={zone} />
        ) : (
          <CallsPicture days={days} zone={zone} />
        ))}
    </Panel>
  )
}
