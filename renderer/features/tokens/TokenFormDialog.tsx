import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Skeleton from '@mui/material/Skeleton'
import { useId, useState, type ReactNode } from 'react'
import type { UserId } from '../../../electron/contract/id'
import type { TokenTerms } from '../../../electron/contract/token'
import { failureIn, useAnswer } from '../../keyward'
import { DiscardDialog } from '../../ui/DiscardDialog'
import { FailureNotice } from '../../ui/FailureNotice'
import { useLeaving } from '../../ui/useLeaving'

type Props = {
  title: string
  /** What has not happened when it is closed: "The token has not been created." */
  discard: string
  userId: UserId
  onClose(): void
  children(form: {
    terms: TokenTerms
    onTyped(hasTyped: boolean): void
    onBusy(isBusy: boolean): void
  }): ReactNode
}

/** The dialog around the form of a token, once it is known what its user's tokens may be given. */
export function TokenFormDialog({ title, discard, userId, onClose, children }: Props) {
  const titleId = useId()
  const terms = useAnswer('tokens.terms', { userId })
  const [hasTyped, setHasTyped] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const failure = failureIn(terms.error)

  // While main is issuing, leaving would lose the one moment at which the secret can be seen.
  const { leave, question } = useLeaving({ hasTyped, isBusy, onClose })
  return (
    <>
      <Dialog open onClose={leave} aria-labelledby={titleId} maxWidth="md" fullWidth>
        <DialogTitle id={titleId}>{title}</DialogTitle>
        {terms.data ? (
          children({ terms: terms.data, onTyped: setHasTyped, onBusy: setIsBusy })
        ) : (
          <DialogContent>
            {failure ? (
              <FailureNotice failure={failure} onRetry={() => void terms.refetch()} />
            ) : (
              <Skeleton variant="rounded" height={320} />
            )}
          </DialogContent>
        )}
      </Dialog>
      <DiscardDialog {...question} text={discard} />
    </>
  )
}
