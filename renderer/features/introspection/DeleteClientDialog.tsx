import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Client } from '../../../electron/contract/client'
import { failureIn, useCommand } from '../../keyward'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { LastUse } from '../../ui/LastUse'
import { useNotify } from '../../ui/notify'

type Props = { client: Client; onClose(): void }

/** Says which system depends on the credentials before they end. */
export function DeleteClientDialog({ client, onClose }: Props) {
  const { t } = useTranslation('introspection')
  const notify = useNotify()
  const revoke = useCommand('clients.revoke')
  const { id, name, lastUsedAt, lastUsedFrom } = client
  return (
    <ConfirmDialog
      open
      title={t('delete.title', { name })}
      confirmLabel={t('delete.confirm')}
      danger
      busy={revoke.isPending}
      failure={failureIn(revoke.error)}
      onConfirm={() =>
        revoke.mutate(
          { id },
          {
            onSuccess: ({ enforced }) => {
              notify.success(t(`delete.done.${enforced}`, { name }))
              onClose()
            },
          },
        )
      }
      onClose={onClose}
    >
      <Typography>{t('delete.whose', { user: client.userName })}</Typography>
      <LastUse lastUsedAt={lastUsedAt} lastUsedFrom={lastUsedFrom} />
      <Typography>{t('delete.consequence')}</Typography>
    </ConfirmDialog>
  )
}
