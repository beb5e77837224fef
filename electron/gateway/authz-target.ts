/** The ways in which proxies ask; each has its own address, so that none is guessed. */
export type Dialect = 'auth-request' | 'forward-auth' | 'ext-authz'

/** A question of a proxy; `rest` is the original target where that is in the proxy's own. */
export type AuthzTarget = { dialect: Dialect; routeSet: string; rest: string }

/** The one address that such questions have inside, whatever is in them. */
export const authzPath = '/v1/authz'

const inHeaders = /^\/v1\/authz\/(auth-request|forward-auth)\/([a-z][a-z0-9_]{0,62})(?:\?|$)/
const inTarget = /^\/v1\/authz\/ext-authz\/([a-z][a-z0-9_]{0,62})([^a-z0-9_].*)?$/

/**
 * What is asked at this target; null where it is no proxy's question. The query of the first two
 * is the client's (Caddy appends it), so nothing is read from it.
 */
export function authzTarget(target: string): AuthzTarget | null {
  if (!target.startsWith(`${authzPath}/`)) return null
  const headers = inHeaders.exec(target)
  if (headers) return { dialect: headers[1] as Dialect, routeSet: headers[2]!, rest: '' }
  const own = inTarget.exec(target)
  return own && { dialect: 'ext-authz', routeSet: own[1]!, rest: own[2] ?? '' }
}
