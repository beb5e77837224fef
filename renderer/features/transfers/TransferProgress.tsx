import LinearProgress from '@mui/material/LinearProgress'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import type { Transfer } from '../../../electron/contract/transfer'
import { useProgressWords } from './use-transfer-words'

type Props = { label: string; transfer: Transfer | null }

/** A bar and, in words, how many rows, how fast, and how long it may still take. */
export function TransferProgress({ label, transfer }: Props) {
  const words = useProgressWords()
  const isKnown = transfer !== null && transfer.rows > 0
  return (
    <Stack spacing={0.75}>
      <LinearProgress
        aria-label={label}
        variant={isKnown ? 'determinate' : 'indeterminate'}
        value={isKnown ? Math.round(transfer.part * 100) : 0}
      />
      <Typography variant="body2" color="textSecondary" aria-live="polite">
        {isKnown ? words(transfer) : label}
      </Typography>
    </Stack>
  )
}
