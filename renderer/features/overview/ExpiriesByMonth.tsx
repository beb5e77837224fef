import Skeleton from '@mui/material/Skeleton'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { failureIn, useAnswer } from '../../keyward'
import { expiryPath } from '../../ui/expiry-path'
import { ExpiryLegend } from '../../ui/ExpiryLegend'
import { ExpiryPicture } from '../../ui/ExpiryPicture'
import { FailureNotice } from '../../ui/FailureNotice'
import { localZone } from '../../ui/moments'
import { monthsFrom } from '../../ui/months'
import { useNow } from '../../ui/useNow'
import { Panel } from './Panel'

/** The picture of the page Token expiry; each month leads to its tokens there. */
export function ExpiriesByMonth() {
  const { t } = useTranslation('expiry')
  const titleId = useId()
  const months = monthsFrom(useNow(), localZone())
  const { data: summary, error, refetch } = useAnswer('expiry.summary', { months })
  const failure = failureIn(error)
  return (
    <Panel title={t('timeline.title')} titleId={titleId} aside={<ExpiryLegend />}>
      {failure && <FailureNotice failure={failure} onRetry={() => void refetch()} />}
      {!summary && !failure && <Skeleton variant="rounded" height={140} />}
      {summary && (
        <ExpiryPicture
          titleId={titleId}
          summary={summary}
          choice={({ from, before }) => ({
            to: expiryPath({ expiresFrom: from, expiresBefore: before }),
          })}
        />
      )}
    </Panel>
  )
}
