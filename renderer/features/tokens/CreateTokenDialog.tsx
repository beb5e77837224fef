import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Skeleton from '@mui/material/Skeleton'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntityId, UserId } from '../../../electron/contract/id'
import type { IssuedToken, TokenTerms } from '../../../electron/contract/token'
import { failureIn, useAnswer } from '../../keyward'
import { DiscardDialog } from '../../ui/DiscardDialog'
import { FailureNotice } from '../../ui/FailureNotice'
import { useLeaving } from '../../ui/useLeaving'
import { CreateTokenForm } from './CreateTokenForm'

type CreateTokenDialogProps = {
  userId: UserId
  /** Said in the title, where the page does not say it. */
  userName?: string
  /** The entity to begin the table with. */
  firstEntityId?: EntityId
  onClose(): void
  onIssued(issued: IssuedToken): void
}

export function CreateTokenDialog(props: CreateTokenDialogProps) {
  const { userId, userName, firstEntityId, onClose, onIssued } = props
  const { t } = useTranslation('tokens')
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
        <DialogTitle id={titleId}>
          {userName === undefined ? t('create.title') : t('create.titleFor', { name: userName })}
        </DialogTitle>
        {terms.data ? (
          <CreateTokenForm
            userId={userId}
            terms={withFirst(terms.data, firstEntityId)}
            onTyped={setHasTyped}
            onBusy={setIsBusy}
            onCancel={onClose}
            onIssued={onIssued}
          />
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
      <DiscardDialog {...question} text={t('create.discard')} />
    </>
  )
}

const withFirst = (terms: TokenTerms, first: EntityId | undefined): TokenTerms => ({
  ...terms,
  entities: terms.entities.toSorted((a, b) => Number(b.id === first) - Number(a.id === first)),
})
