import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { User } from '../../../electron/contract/user'
import { failureIn, useCommand } from '../../keyward'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { useNotify } from '../../ui/notify'
import { OffboardingDialog } from './OffboardingDialog'

type UserStatusDialogProps = { user: User; onClose(): void }

export function UserStatusDialog({ user: given, onClose }: UserStatusDialogProps) {
  // The answer to what was asked stays on the screen, even when the user changes behind it.
  const [user] = useState(given)
  const asked = { ...user, version: given.version }
  return user.status === 'active' ? (
    <OffboardingDialog user={asked} onClose={onClose} />
  ) : (
    <EnableUserDialog user={asked} onClose={onClose} />
  )
}

function EnableUserDialog({ user, onClose }: UserStatusDialogProps) {
  const { t } = useTranslation('users')
  const notify = useNotify()
  const setStatus = useCommand('users.setStatus')
  const confirm = () =>
    setStatus.mutate(
      { id: user.id, version: user.version, status: 'active' },
      {
        onSuccess: ({ enforced }) => {
          notify.success(t(`profile.done.active.${enforced}`, { name: user.displayName }))
          onClose()
        },
      },
    )
  return (
    <ConfirmDialog
      open
      title={t('profile.enableTitle', { name: user.displayName })}
      confirmLabel={t('profile.enableConfirm')}
      busy={setStatus.isPending}
      failure={failureIn(setStatus.error)}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>{t('profile.enableText')}</Typography>
    </ConfirmDialog>
  )
}
