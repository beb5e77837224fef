import type { TokenId, UserId } from '../../../electron/contract/id'
import type { IssuedToken, Token } from '../../../electron/contract/token'
import { CloneTokenDialog } from './CloneTokenDialog'
import { CreateTokenDialog } from './CreateTokenDialog'
import { DeleteTokenDialog } from '../../ui/DeleteTokenDialog'
import { DisableTokenDialog } from '../../ui/DisableTokenDialog'
import { EditTokenDialog } from './EditTokenDialog'
import { TokenCreatedDialog } from './TokenCreatedDialog'
import { TokenDetails } from './TokenDetails'

/** What lies over the list. The secret lives in `created` alone, and goes with it. */
export type OpenedDialog =
  | { what: 'details'; id: TokenId }
  | { what: 'edit'; token: Token }
  | { what: 'clone'; token: Token }
  | { what: 'disable'; token: Token }
  | { what: 'delete'; token: Token }
  | { what: 'create'; userId: UserId }
  | { what: 'created'; issued: IssuedToken }

type TokenDialogsProps = {
  opened: OpenedDialog
  onIssued(issued: IssuedToken): void
  onClose(): void
}

export function TokenDialogs({ opened, onIssued, onClose }: TokenDialogsProps) {
  switch (opened.what) {
    case 'details':
      return <TokenDetails key={opened.id} id={opened.id} onClose={onClose} />
    case 'edit':
      return <EditTokenDialog token={opened.token} onClose={onClose} />
    case 'clone':
      return <CloneTokenDialog token={opened.token} onClose={onClose} onIssued={onIssued} />
    case 'disable':
      return <DisableTokenDialog token={opened.token} onClose={onClose} />
    case 'delete':
      return <DeleteTokenDialog token={opened.token} onClose={onClose} />
    case 'create':
      return <CreateTokenDialog userId={opened.userId} onClose={onClose} onIssued={onIssued} />
    case 'created':
      return <TokenCreatedDialog issued={opened.issued} onDone={onClose} />
  }
}
