import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import type { ActivityExport } from '../../../electron/contract/activity'
import { useAnswer, useCommand } from '../../keyward'
import { useFailureText } from '../../ui/failure-text'

const severities = {
  running: 'info',
  done: 'success',
  cancelled: 'warning',
  stopped: 'error',
} as const

/** The export that is under way, or how the last one ended. */
export function ExportNotice() {
  const { t: common } = useTranslation('common')
  const { data } = useAnswer('activity.exportState', undefined)
  const cancel = useCommand('activity.exportCancel')
  if (!data) return null
  return (
    <Alert
      severity={severities[data.state]}
      role="status"
      sx={{ mb: 2, '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}
      action={
        <Button
          color="inherit"
          size="small"
          loading={cancel.isPending}
          onClick={() => cancel.mutate()}
        >
          {common(data.state === 'running' ? 'cancel' : 'close')}
        </Button>
      }
    >
      <Progress {...data} />
    </Alert>
  )
}

function Progress({ state, file, proof, rows, totalRows, failure }: ActivityExport) {
  const { t } = useTranslation('activity')
  const failureText = useFailureText()
  if (state === 'stopped')
    return <>{failureText({ code: failure ?? 'internal', detail: { file: proof ?? file } })}</>
  if (state === 'cancelled') return <>{t('export.cancelled', { file })}</>
  if (state === 'done')
    return proof === null ? (
      <>{t('export.done', { file, count: rows })}</>
    ) : (
      <>{t('export.doneWithProof', { file, proof, count: rows })}</>
    )
  return (
    <Stack spacing={0.75}>
      <span>{t('export.running', { file, rows, total: totalRows })}</span>
      <LinearProgress
        aria-label={t('export.progress')}
        variant="determinate"
        value={totalRows === 0 ? 100 : Math.min(100, Math.round((rows / totalRows) * 100))}
      />
    </Stack>
  )
}
