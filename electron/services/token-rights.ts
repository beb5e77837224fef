import type { Grant } from '../contract/permission'
import type { TokenRights } from '../store/registry'

export type SealedToken = { rights: TokenRights; mac: Buffer; version: number }

/** What a stored token may do, apart from the seal over it. */
export function sealedRights({
  rightsMac: mac,
  version,
  ...rights
}: TokenRights & { rightsMac: Buffer; version: number }): SealedToken {
  return { rights, mac, version }
}

/** Of a token whose secret was never replaced, and that was not enabled again. */
export const noHistory = { unusedFrom: null, secretNumber: 1, oldSecrets: [] } satisfies Pick<
  TokenRights,
  'unusedFrom' | 'secretNumber' | 'oldSecrets'
>

/** The grants with this one in place of the one on the same entity; none when it permits nothing. */
export const grantsWith = (grants: Grant[], changed: Grant): Grant[] =>
  [...grants.filter((one) => one.entityId !== changed.entityId), changed]
    .filter((one) => one.permissions.length > 0)
    .toSorted((a, b) => (a.entityId ?? 0) - (b.entityId ?? 0))
