import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntityId, UserId } from '../../../electron/contract/id'
import type { IssuedToken, Token, TokenTerms } from '../../../electron/contract/token'
import { cloneOf } from './cloned-token'
import { CreateTokenForm } from './CreateTokenForm'
import { TokenFormDialog } from './TokenFormDialog'

type CreateTokenDialogProps = {
  userId: UserId
  /** Said in the title, where the page does not say it. */
  userName?: string
  /** The entity to begin the table with. */
  firstEntityId?: EntityId
  /** Whose settings it begins with, and under which name. */
  clone?: { original: Token; name: string }
  onClose(): void
  onIssued(issued: IssuedToken): void
}

export function CreateTokenDialog(props: CreateTokenDialogProps) {
  const { userId, userName, firstEntityId, clone, onClose, onIssued } = props
  const { t } = useTranslation('tokens')
  const [openedAt] = useState(Date.now)
  const title = clone
    ? t('clone.title', { name: clone.original.name })
    : userName === undefined
      ? t('create.title')
      : t('create.titleFor', { name: userName })
  return (
    <TokenFormDialog title={title} discard={t('create.discard')} userId={userId} onClose={onClose}>
      {({ terms, ...form }) => (
        <CreateTokenForm
          {...form}
          userId={userId}
          terms={withFirst(terms, firstEntityId)}
          {...(clone && {
            clone: {
              ...cloneOf(clone.original, clone.name, terms, openedAt),
              of: clone.original.id,
            },
          })}
          onCancel={onClose}
          onIssued={onIssued}
        />
      )}
    </TokenFormDialog>
  )
}

const withFirst = (terms: TokenTerms, first: EntityId | undefined): TokenTerms => ({
  ...terms,
  entities: terms.entities.toSorted((a, b) => Number(b.id === first) - Number(a.id === first)),
})
