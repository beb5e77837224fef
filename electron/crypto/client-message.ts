import type { ClientRights } from '../store/registry'
import { canonical } from './canonical'

/** The bytes that the digest of client credentials covers. */
export const clientSecretMessage = (clientId: string, secret: string): Buffer =>
  canonical([clientId, secret])

/** The bytes that their MAC covers: everything that decides whether they count, and for whom. */
export const clientMessage = (rights: ClientRights): Buffer =>
  canonical([
    rights.clientId,
    rights.userId,
    rights.keyNumber,
    rights.digest,
    rights.revokedAt,
    rights.createdAt,
  ])
