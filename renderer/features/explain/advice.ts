import explain from '../../../resources/locales/en/explain.json'
import type { RefusalReason } from '../../../electron/contract/gateway'
import type { Token } from '../../../electron/contract/token'

type Advice = keyof typeof explain.advice
type Place = { what: keyof typeof explain.go; to: string }

/** What can be done about a refusal; null for those that no token has, such as a missing one. */
export const adviceFor = (reason: RefusalReason): Advice | null =>
  Object.hasOwn(explain.advice, reason) ? (reason as Advice) : null

/** Where it is done. */
export function placeOf(
  reason: RefusalReason,
  token: Pick<Token, 'id' | 'userId'>,
  entityId: number | undefined,
): Place | null {
  const user = `/parametrization/users/${token.userId}`
  const tokens: Place = { what: 'tokens', to: `${user}/tokens?search=${token.id}` }
  if (reason === 'user_disabled') return { what: 'profile', to: `${user}/profile` }
  if (reason === 'beyond_user_access') return { what: 'access', to: `${user}/access` }
  if (reason === 'not_granted' && entityId !== undefined)
    return {
      what: 'entityTokens',
      to: `/parametrization/entities/${entityId}/tokens?search=${token.id}`,
    }
  if (reason === 'unknown_entity') return { what: 'entities', to: '/parametrization/entities' }
  return adviceFor(reason) && reason !== 'revoked' ? tokens : null
}
