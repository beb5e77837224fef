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
