import LinearProgress from '@mui/material/LinearProgress'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { UserImport } from '../../../electron/contract/user-import'

export function UserImportProgress({ current }: { current: UserImport }) {
  const { t } = useTranslation('users')
  const { state, rows, part } = current
  const label = t(state === 'importing' ? 'import.importing' : 'import.checking')
  return (
    <Stack spacing={0.75}>
      <LinearProgress
        key={part > 0 ? 'known' : 'unknown'}
        aria-label={label}
        variant={part > 0 ? 'determinate' : 'indeterminate'}
        value={Math.round(part * 100)}
      />
      <Typography variant="body2" color="textSecondary" aria-live="polite">
        {label} · {t('import.rows', { count: rows })}
      </Typography>
    </Stack>
  )
}
