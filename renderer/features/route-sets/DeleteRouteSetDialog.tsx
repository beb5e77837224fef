import Typography from '@mui/material/Typography'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RouteSet } from '../../../electron/contract/route-set'
import { failureIn, useCommand } from '../../keyward'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { useNotify } from '../../ui/notify'
import { routeSetsPath } from './route-set-path'

type Props = { routeSet: RouteSet; onClose: () => void }

export function DeleteRouteSetDialog({ routeSet, onClose }: Props) {
  const { t } = useTranslation('routeSets')
  const { history } = useRouter()
  const notify = useNotify()
  const remove = useCommand('routeSets.delete')
  const { id, version, title } = routeSet
  const confirm = () =>
    remove.mutate(
      { id, version },
      {
        onSuccess: () => {
          // Changes to what is gone are nothing to ask about.
          history.push(routeSetsPath, undefined, { ignoreBlocker: true })
          notify.success(t('remove.removed', { title }))
        },
      },
    )
  return (
    <ConfirmDialog
      open
      danger
      title={t('remove.title', { title })}
      confirmLabel={t('remove.confirm')}
      busy={remove.isPending}
      failure={failureIn(remove.error)}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>{t('remove.text')}</Typography>
    </ConfirmDialog>
  )
}
