import type { NamedGrant, Token, TokenStatus } from '../contract/token'
import { momentWords } from './moments'
import type { Tone } from './table'
import { commonWords, fill, words } from './words'

export const statusWords = (status: TokenStatus): string => commonWords.tokenStatus[status]

const tones: Record<TokenStatus, Tone> = {
  revoked: 'dim',
  disabled: 'dim',
  user_disabled: 'dim',
  not_yet_active: 'dim',
  expired: 'red',
  expiring_soon: 'yellow',
  active: 'green',
}
export const statusTone = (status: TokenStatus): Tone => tones[status]

export const expiryWords = (expiresAt: number | null) =>
  expiresAt === null ? words.tokens.never : momentWords(expiresAt)

export const lastUseWords = ({ lastUsedAt, lastUsedFrom }: LastUse) =>
  lastUsedAt === null
    ? words.tokens.neverUsed
    : fill(words.tokens.lastUseFrom, {
        moment: momentWords(lastUsedAt),
        source: lastUsedFrom ?? '?',
      })
type LastUse = Pick<Token, 'lastUsedAt' | 'lastUsedFrom'>

/** `orders: read, write; All entities: read` */
export const grantsWords = (grants: NamedGrant[]): string =>
  grants.length === 0
    ? words.tokens.nothing
    : grants
        .map(({ entityName, permissions }) => {
          const names = permissions.map((one) => commonWords.permission[one].toLowerCase())
          return `${entityName ?? commonWords.allEntities}: ${names.join(', ')}`
        })
        .join('; ')
