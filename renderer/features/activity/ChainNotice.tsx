import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { ChainState } from '../../../electron/contract/activity'
import { useChainWords } from './use-chain-words'

type Props = {
  chain: ChainState
  /** Asks for a proof that was exported once, and looks again. */
  onCompare: () => void
  isComparing: boolean
}

/** Plainly what was checked, how far it can be trusted, and where it breaks. */
export function ChainNotice({ chain, onCompare, isComparing }: Props) {
  const { t } = useTranslation('activity')
  const words = useChainWords()
  const broken = words.broken(chain)
  const isDoubtful = chain.anchors.fault !== null || chain.notAsLeft !== null
  const severity = broken === null ? (isDoubtful ? 'warning' : 'success') : 'error'
  const sentences = [
    ...(broken === null ? [] : [broken]),
    words.checked(chain),
    ...words.anchors(chain),
    ...words.more(chain),
    ...(broken === null ? [] : [t('verify.whatNow')]),
  ]
  return (
    <Alert
      severity={severity}
      role={severity === 'error' ? 'alert' : 'status'}
      sx={{ mb: 2, '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}
    >
      <AlertTitle>
        {broken === null ? t('verify.unbroken', { count: chain.checked }) : t('verify.broken')}
      </AlertTitle>
      {sentences.map((sentence) => (
        <Box component="p" key={sentence} sx={{ m: 0, mb: 0.5 }}>
          {sentence}
        </Box>
      ))}
      {chain.proof === null && (
        <>
          <Box component="p" sx={{ m: 0, mb: 1 }}>
            {t('verify.rollback')}
          </Box>
          <Button
            size="small"
            variant="outlined"
            color="inherit"
            loading={isComparing}
            onClick={onCompare}
          >
            {t('verify.compare')}
          </Button>
        </>
      )}
    </Alert>
  )
}
