import { useTranslation } from 'react-i18next'
import type { Token } from '../../../electron/contract/token'
import { useAnswer } from '../../keyward'
import { EditTokenForm } from './EditTokenForm'
import { TokenFormDialog } from './TokenFormDialog'

type Props = { token: Token; onClose(): void }

/** A token's settings anew; it follows what others do to it while it is open. */
export function EditTokenDialog({ token, onClose }: Props) {
  const { t } = useTranslation('tokens')
  const { data } = useAnswer('tokens.get', { id: token.id })
  return (
    <TokenFormDialog
      title={t('edit.title', { name: token.name })}
      discard={t('edit.discard')}
      userId={token.userId}
      onClose={onClose}
    >
      {(form) => <EditTokenForm {...form} token={data ?? token} onClose={onClose} />}
    </TokenFormDialog>
  )
}
