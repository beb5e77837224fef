import { useTranslation } from 'react-i18next'
import type { Token } from '../../../electron/contract/token'
import { useAnswer } from '../../keyward'
import { EditTokenForm } from './EditTokenForm'
import { TokenFormDialog } from './TokenFormDialog'

type Props = { token: Token; onClose(): void }

/** A token's settings anew; it follows what others do to it while it is open. */
export function EditTokenDialog({ token, onClose }: Props) {
  const { t } = useTranslation('tokens')
  const { data, isError } = useAnswer('tokens.get', { id: token.id })
  // The list may be behind what is stored; where it cannot be asked, Save says so.
  const stored = data ?? (isError ? token : null)
  return (
    <TokenFormDialog
      title={t('edit.title', { name: token.name })}
      discard={t('edit.discard')}
      userId={token.userId}
      onClose={onClose}
    >
      {(form) => stored && <EditTokenForm {...form} token={stored} onClose={onClose} />}
    </TokenFormDialog>
  )
}
