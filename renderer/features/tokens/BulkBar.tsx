import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { mostAtOnce, type BulkKind } from '../../../electron/contract/bulk'
import type { BulkSelected } from './use-bulk-selection'

const kinds: BulkKind[] = ['disable', 'enable', 'extend', 'assign_contact', 'revoke']

type Props = { selection: BulkSelected; total: number }

/** How many tokens are selected, and what can be done with all of them. */
export function BulkBar({ selection, total }: Props) {
  const { t } = useTranslation('bulk')
  const { count, canWiden, widen, clear, ask } = selection
  const isTooMany = count > mostAtOnce
  return (
    <Paper
      variant="outlined"
      role="region"
      aria-label={t('bar')}
      sx={{
        mb: 1,
        px: 1.5,
        py: 0.5,
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'center',
      }}
    >
      <Typography role="status" variant="body2" sx={{ fontWeight: 600 }}>
        {t('selected', { count })}
      </Typography>
      {canWiden && (
        <Button size="small" onClick={widen}>
          {t('selectAll', { count: total })}
        </Button>
      )}
      {isTooMany && (
        <Typography variant="body2" color="error">
          {t('tooMany', { most: mostAtOnce })}
        </Typography>
      )}
      <Button size="small" onClick={clear}>
        {t('clear')}
      </Button>
      <Stack direction="row" sx={{ gap: 1, ml: 'auto' }}>
        {kinds.map((kind) => (
          <Button
            key={kind}
            size="small"
            variant="outlined"
            color={kind === 'revoke' ? 'error' : 'primary'}
            disabled={isTooMany}
            onClick={() => ask(kind)}
          >
            {t(`action.${kind}`)}
          </Button>
        ))}
      </Stack>
    </Paper>
  )
}
