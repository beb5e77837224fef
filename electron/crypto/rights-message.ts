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
    ...limits(rights),
  ])

/** Only where there are any, so that tokens sealed before there could be keep their seal. */
const limits = ({ networks, callsPerMinute }: TokenRights) =>
  networks.length > 0 || callsPerMinute !== null ? [networks, callsPerMinute] : []

/** "All entities" first. */
const byEntity = (a: Grant, b: Grant) => (a.entityId ?? 0) - (b.entityId ?? 0)

const inOrder = (grant: Grant) => permissions.filter((one) => grant.permissions.includes(one))
