import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChainState } from '../../../electron/contract/activity'
import { failureIn, useCommand } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { ChainNotice } from './ChainNotice'

/** Asked for like a command: the answer is of that moment, not one to keep fresh. */
export function useChainCheck() {
  const { t } = useTranslation('activity')
  const [chain, setChain] = useState<ChainState | null>(null)
  const verify = useCommand('activity.verify')
  const compare = useCommand('activity.verifyWithProof')
  const failure = failureIn(verify.error) ?? failureIn(compare.error)

  const button = (
    <Button
      variant="outlined"
      loading={verify.isPending}
      onClick={() => {
        compare.reset()
        verify.mutate(undefined, { onSuccess: setChain })
      }}
    >
      {t('verify.button')}
    </Button>
  )
  const notice = (
    <>
      {failure && <FailureNotice failure={failure} />}
      {chain && !verify.isPending && (
        <ChainNotice
          chain={chain}
          isComparing={compare.isPending}
          onCompare={() =>
            compare.mutate(undefined, { onSuccess: (found) => found && setChain(found) })
          }
        />
      )}
    </>
  )
  return { button, notice }
}
