import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { evidenceOf, type SecretInUse } from '../../../electron/contract/rotation'
import type { Token } from '../../../electron/contract/token'
import { useMay } from '../../ui/useMay'
import { useNow } from '../../ui/useNow'
import { EndOverlapDialog } from './EndOverlapDialog'
import { ExtendOverlapDialog } from './ExtendOverlapDialog'
import { useEvidenceWords } from './use-evidence-words'

type Props = {
  token: Token
  old: SecretInUse
  all: SecretInUse[]
  /** No other has to be told from it. */
  isOnly: boolean
}

/** Whether an old secret that is still valid can be retired, and the way to do so or to wait. */
export function OverlapEvidence({ token, old, all, isOnly }: Props) {
  const { t } = useTranslation('tokens')
  const may = useMay()
  const now = useNow()
  const [asking, setAsking] = useState<'end' | 'extend' | null>(null)
  const evidenceWords = useEvidenceWords()
  const evidence = evidenceOf(old, all, now)
  const isSafe = evidence.verdict === 'safe'
  const words = evidenceWords(old, isOnly, evidence, now)
  const close = () => setAsking(null)
  return (
    <Alert severity={isSafe ? 'success' : 'info'}>
      {words}
      {isSafe && (
        <Typography variant="caption" component="div">
          {t('secrets.seldom')}
        </Typography>
      )}
      <Stack direction="row" spacing={1} sx={{ mt: 1 }}>
        {may('tokens.endOverlap') && (
          <Button size="small" color="inherit" variant="outlined" onClick={() => setAsking('end')}>
            {t('secrets.end')}
          </Button>
        )}
        {may('tokens.extendOverlap') && (
          <Button size="small" color="inherit" onClick={() => setAsking('extend')}>
            {t('secrets.extend')}
          </Button>
        )}
      </Stack>
      {asking === 'end' && (
        <EndOverlapDialog
          token={token}
          number={old.number}
          evidence={words}
          isSafe={isSafe}
          onClose={close}
        />
      )}
      {asking === 'extend' && <ExtendOverlapDialog token={token} old={old} onClose={close} />}
    </Alert>
  )
}
