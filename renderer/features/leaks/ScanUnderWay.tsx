import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { LeakScan } from '../../../electron/contract/leak'
import { useCommand } from '../../keyward'
import { sizeWords } from '../../ui/size-words'
import { useScanName } from './use-scan-name'

/** How far it is, in a bar where that is known and in words, and the way to stop it. */
export function ScanUnderWay({ scan }: { scan: LeakScan }) {
  const { t } = useTranslation('leaks')
  const { t: common } = useTranslation('common')
  const nameOf = useScanName()
  const cancel = useCommand('leaks.cancel')
  const { files, bytes, totalBytes, tokens } = scan
  const read =
    totalBytes === null
      ? t('progress.read', {
          files: t('progress.files', { count: files }),
          size: sizeWords(bytes),
        })
      : t('progress.readOf', { size: sizeWords(bytes), total: sizeWords(totalBytes) })
  return (
    <Stack direction="row" sx={{ alignItems: 'center', gap: 2 }}>
      <Stack sx={{ flex: 1, minWidth: 0, gap: 0.75 }}>
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{nameOf(scan)}</Typography>
        <LinearProgress
          // Anew where the size becomes known: the bar would slide there from anywhere.
          key={totalBytes === null ? 'unknown' : 'known'}
          aria-label={t('progress.label')}
          variant={totalBytes ? 'determinate' : 'indeterminate'}
          value={totalBytes ? Math.min(100, Math.round((bytes / totalBytes) * 100)) : 0}
        />
        <Typography variant="body2" color="textSecondary" aria-live="polite">
          {read} · {t('progress.tokens', { count: tokens })}
        </Typography>
      </Stack>
      <Button
        variant="outlined"
        loading={cancel.isPending}
        onClick={() => cancel.mutate({ id: scan.id })}
      >
        {common('cancel')}
      </Button>
    </Stack>
  )
}
