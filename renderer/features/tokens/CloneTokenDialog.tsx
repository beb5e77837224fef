import type { IssuedToken, Token } from '../../../electron/contract/token'
import { useAnswer } from '../../keyward'
import { CreateTokenDialog } from './CreateTokenDialog'

type Props = { token: Token; onClose(): void; onIssued(issued: IssuedToken): void }

/** The one dialog for a new token, begun with what another one has. */
export function CloneTokenDialog({ token, onClose, onIssued }: Props) {
  const { data, isError } = useAnswer('tokens.nameLike', { id: token.id })
  if (!data && !isError) return null
  return (
    <CreateTokenDialog
      userId={token.userId}
      clone={{ original: token, name: data?.name ?? token.name }}
      onClose={onClose}
      onIssued={onIssued}
    />
  )
}
