import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { User, UserStatus } from '../../../electron/contract/user'
import { failureIn, useAnswer, useCommand } from '../../keyward'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { useNotify } from '../../ui/notify'

type UserStatusDialogProps = { user: User; onClose(): void }

export function UserStatusDialog({ user: given, onClose }: UserStatusDialogProps) {
  const { t } = useTranslation('users')
  const notify = useNotify()
  const setStatus = useCommand('users.setStatus')
  // The answer to what was asked stays on the screen, even when the user changes behind it.
  const [user] = useState(given)
  const isDisabling = user.status === 'active'
  const status: UserStatus = isDisabling ? 'disabled' : 'active'

  const confirm = () =>
    setStatus.mutate(
      { id: user.id, version: given.version, status },
      {
        onSuccess: ({ enforced }) => {
          notify.success(t(`profile.done.${status}.${enforced}`, { name: user.displayName }))
          onClose()
        },
      },
    )
  return (
    <ConfirmDialog
      open
      danger={isDisabling}
      title={t(isDisabling ? 'profile.disableTitle' : 'profile.enableTitle', {
        name: user.displayName,
      })}
      confirmLabel={t(isDisabling ? 'profile.disableConfirm' : 'profile.enableConfirm')}
      busy={setStatus.isPending}
      failure={failureIn(setStatus.error)}
      onConfirm={confirm}
      onClose={onClose}
    >
      {isDisabling ? (
        <>
          <TokensThatStop user={user} />
          {user.role !== null && <Typography>{t('profile.disableSignIn')}</Typography>}
        </>
      ) : (
        <Typography>{t('profile.enableText')}</Typography>
      )}
    </ConfirmDialog>
  )
}

/** As many tokens as one answer may hold; with more than that the count is a lower bound. */
const counted = 100

function TokensThatStop({ user }: { user: User }) {
  const { t } = useTranslation('users')
  const { data } = useAnswer('tokens.list', {
    userId: user.id,
    show: 'current',
    pageSize: counted,
  })
  if (!data) return <Typography>{t('profile.disableText.counting')}</Typography>
  const count = data.rows.filter(
    ({ status }) => status === 'active' || status === 'expiring_soon',
  ).length
  return (
    <Typography>
      {data.total > counted
        ? t('profile.disableText.atLeast', { count })
        : t('profile.disableText.willStop', { count })}
    </Typography>
  )
}
