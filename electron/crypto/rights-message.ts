import { permissions, type Grant } from '../contract/permission'
import type { TokenRights } from '../store/registry'
import { canonical } from './canonical'

/** The bytes that a token's rights MAC covers: everything that decides what the token may do. */
export const rightsMessage = (rights: TokenRights): Buffer =>
  canonical([
    rights.tokenId,
    rights.userId,
    rights.keyNumber,
    rights.digest,
    rights.enabled,
    rights.startsAt,
    rights.expiresAt,
    rights.revokedAt,
    rights.createdAt,
    rights.grants.toSorted(byEntity).map((grant) => [grant.entityId, ...inOrder(grant)]),
    ...(hasHistory(rights) ? [...limits(rights), ...history(rights)] : limited(rights)),
  ])

// What came later is covered only where there is any, so that tokens sealed before keep their seal;
// the number of parts tells the three forms apart.

const limits = ({ networks, callsPerMinute }: TokenRights) => [networks, callsPerMinute]

const limited = (rights: TokenRights) =>
  rights.networks.length > 0 || rights.callsPerMinute !== null ? limits(rights) : []

const hasHistory = ({ secretNumber, oldSecrets, unusedFrom }: TokenRights) =>
  secretNumber !== 1 || oldSecrets.length > 0 || unusedFrom !== null

const history = ({ secretNumber, oldSecrets, unusedFrom }: TokenRights) => [
  unusedFrom,
  secretNumber,
  oldSecrets.map((old) => [old.number, old.keyNumber, old.digest, old.validUntil]),
]

/** "All entities" first. */
const byEntity = (a: Grant, b: Grant) => (a.entityId ?? 0) - (b.entityId ?? 0)

const inOrder = (grant: Grant) => permissions.filter((one) => grant.permissions.includes(one))
