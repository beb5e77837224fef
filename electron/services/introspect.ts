import type { Entity } from '../contract/entity'
import type { RefusalReason } from '../contract/gateway'
import type { TokenId } from '../contract/id'
import type { Grant, Permission } from '../contract/permission'
import type { EntityDirectory } from './entity-directory'
import type { TokenCheck } from './token-check'
import { allowedOn } from './token-terms'
import { effectivePermissions, verify, type KnownToken } from './verify'

/** `access` is that of the service account that asks, `source` the address it asks from. */
export type AskedBy = { access: Grant[]; source: string }

export type Introspected =
  | { active: true; token: KnownToken; permissions: [entityName: string, Permission[]][] }
  | { active: false; reason: RefusalReason; tokenId: TokenId | null }

export type Introspect = (presented: string, by: AskedBy) => Promise<Introspected>

/**
 * What a token is, for a system that lets others in by it (RFC 7662). It is judged as if the asking
 * system called with it, and only what lies within that system's own access is told: a token of
 * which nothing is left does not exist for it.
 */
export function createIntrospect(given: {
  checkToken: TokenCheck
  entities: Pick<EntityDirectory, 'all'>
  now: () => number
}): Introspect {
  return async (presented, { access, source }) => {
    const checked = await given.checkToken(presented)
    if (!checked.known) {
      const { reason, tokenId } = checked
      // The ID of a token that we never issued is somebody's own text.
      return { active: false, reason, tokenId: reason === 'wrong_secret' ? tokenId : null }
    }
    const { token } = checked
    const entities = await given.entities.all()
    const verdict = verify(token, { wanted: 'identity', source }, given.now())
    if (!verdict.allowed) return { active: false, reason: verdict.reason, tokenId: token.tokenId }
    const permissions = permissionsTold(token, access, entities)
    return permissions.length > 0
      ? { active: true, token, permissions }
      : { active: false, reason: 'beyond_client_access', tokenId: token.tokenId }
  }
}

const permissionsTold = (token: KnownToken, access: Grant[], entities: Entity[]) =>
  entities
    .map(({ id, name }): [string, Permission[]] => {
      const reached = allowedOn(access, id)
      return [name, effectivePermissions(token, id).filter((one) => reached.includes(one))]
    })
    .filter(([, permissions]) => permissions.length > 0)
