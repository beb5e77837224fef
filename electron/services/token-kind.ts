import type { User } from '../contract/user'
import type { TokenKind } from '../store/registry'

/** What the prefix of a token tells whoever finds one. */
export const tokenKind = ({ kind }: Pick<User, 'kind'>, demo: boolean): TokenKind =>
  demo ? 'x' : kind === 'person' ? 'u' : 's'
