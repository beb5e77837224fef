import TaskAltRounded from '@mui/icons-material/TaskAltRounded'
import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { AttentionRow } from './AttentionRow'
import { Panel } from './Panel'

/** What somebody should look at today, the worst first. */
export function NeedsAttention() {
  const { t } = useTranslation('overview')
  const { data: items, error, refetch } = useAnswer('attention.list', undefined)
  const failure = failureIn(error)
  return (
    <Panel title={t('attention.title')}>
      {failure && <FailureNotice failure={failure} onRetry={() => void refetch()} />}
      {!items && !failure && (
        <Stack role="status" aria-label={t('attention.loading')} sx={{ gap: 1 }}>
          <Skeleton variant="rounded" height={24} />
          <Skeleton variant="rounded" height={24} width="80%" />
        </Stack>
      )}
      {items?.length === 0 && (
        <Stack direction="row" sx={{ gap: 1, alignItems: 'center' }}>
          <TaskAltRounded aria-hidden color="success" fontSize="small" />
          <Typography color="textSecondary">{t('attention.nothing')}</Typography>
        </Stack>
      )}
      {items && items.length > 0 && (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {items.map((item) => (
            <AttentionRow key={item.kind} item={item} />
          ))}
        </Box>
      )}
    </Panel>
  )
}
