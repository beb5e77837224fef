import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Snackbar from '@mui/material/Snackbar'
import { useTranslation } from 'react-i18next'
import { useAnswer, useCommand } from '../keyward'

/** How far the export is, once there is a file to write; most are over before anybody can read it. */
export function ExportProgress() {
  const { t } = useTranslation('common')
  const { data: progress } = useAnswer('tokens.exportProgress', undefined)
  const cancel = useCommand('tokens.exportCancel')
  if (!progress || progress.totalRows === 0) return null
  const { file, rows, totalRows, isPrinting } = progress
  return (
    <Snackbar open anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}>
      <Alert
        severity="info"
        sx={{ width: 480, '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}
        action={
          <Button
            color="inherit"
            size="small"
            loading={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            {t('cancel')}
          </Button>
        }
      >
        {isPrinting
          ? t('export.printing', { file, count: totalRows })
          : t('export.running', { file, rows, count: totalRows })}
        <LinearProgress
          aria-label={file}
          sx={{ mt: 1 }}
          {...(isPrinting
            ? { variant: 'indeterminate' }
            : { variant: 'determinate', value: (100 * rows) / totalRows })}
        />
      </Alert>
    </Snackbar>
  )
}
