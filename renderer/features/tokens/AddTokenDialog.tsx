import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntityId } from '../../../electron/contract/id'
import type { IssuedToken } from '../../../electron/contract/token'
import type { User } from '../../../electron/contract/user'
import { UserPicker } from '../../ui/UserPicker'
import { CreateTokenDialog } from './CreateTokenDialog'

type Props = { entityId: EntityId; onClose(): void; onIssued(issued: IssuedToken): void }

/** The other door to the one dialog: first whose token it is, then the token, this entity first. */
export function AddTokenDialog({ entityId, onClose, onIssued }: Props) {
  const { t } = useTranslation('tokens')
  const titleId = useId()
  const [user, setUser] = useState<User | null>(null)
  if (user)
    return (
      <CreateTokenDialog
        userId={user.id}
        userName={user.displayName}
        firstEntityId={entityId}
        onClose={onClose}
        onIssued={onIssued}
      />
    )
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{t('create.title')}</DialogTitle>
      <DialogContent sx={{ pt: '8px !important', pb: 3 }}>
        <UserPicker
          value={null}
          onChange={setUser}
          label={t('create.user')}
          hint={t('create.userHint')}
        />
      </DialogContent>
    </Dialog>
  )
}
