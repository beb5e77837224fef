import type { RefusalReason } from '../contract/gateway'
import type { Seals } from '../crypto/types'
import type { GatewayData, StoredClient } from '../store/gateway-data'
import { createRecent } from './recent'
import type { RegistryAge } from './registry-age'
import { sameBytes } from './same-bytes'
import { sha256 } from './sha256'

export type PresentedClient = { id: string; secret: string }

/** The credentials in every spelling that they may have been meant in; the first that fits counts. */
export type ClientCheck = (spellings: PresentedClient[]) => Promise<CheckedClient>

export type CheckedClient =
  { known: true; client: StoredClient } | { known: false; reason: ClientRefusal; isOurs: boolean }

export type ClientRefusal = Extract<
  RefusalReason,
  | 'no_client'
  | 'unknown_client'
  | 'wrong_client_secret'
  | 'tampered_client'
  | 'client_revoked'
  | 'client_user_disabled'
>

/** What an unknown client id is compared with, so that it takes the path of a wrong secret. */
const nobodysDigest = Buffer.alloc(32)

/** No key has this number. */
const noKey = 0

const cacheSize = 1_000

/**
 * Who asks about a token: look-up by client id, HMAC in constant time, MAC of the row, and whether
 * it is revoked or its service account disabled. Credentials that count are kept by the SHA-256 of
 * what was presented until the registry changes, as tokens are (`token-check.ts`).
 */
export function createClientCheck(given: {
  data: Pick<GatewayData, 'findClient'>
  seals: Pick<Seals, 'clientDigest' | 'client'>
  age: RegistryAge
}): ClientCheck {
  const { data, seals, age } = given
  const kept = createRecent<string, StoredClient>(cacheSize)
  let keptAge = age.current()

  return async (spellings) => {
    let refused: CheckedClient = { known: false, reason: 'no_client', isOurs: false }
    for (const presented of spellings) {
      const checked = await checkOne(presented)
      if (checked.known) return checked
      if (!refused.isOurs) refused = checked
    }
    return refused
  }

  async function checkOne(presented: PresentedClient): Promise<CheckedClient> {
    const ageBefore = age.current()
    if (ageBefore !== keptAge) {
      kept.clear()
      keptAge = ageBefore
    }
    const key = sha256(JSON.stringify([presented.id, presented.secret]))
    const again = kept.get(key)
    if (again) return { known: true, client: again }

    const checked = await check(presented)
    // A change while the row was being read may be missing from it: then it serves this call only.
    if (checked.known && age.current() === ageBefore) kept.set(key, checked.client)
    return checked
  }

  async function check({ id, secret }: PresentedClient): Promise<CheckedClient> {
    const stored = await data.findClient(id)
    const digest = seals.clientDigest(id, secret, stored?.keyNumber ?? noKey)
    const matches = sameBytes(digest, stored?.digest ?? nobodysDigest)
    if (!stored) return refusedFor('unknown_client')
    if (!matches) return refusedFor('wrong_client_secret')
    if (!sameBytes(seals.client(stored), stored.mac)) return refusedFor('tampered_client')
    if (stored.revokedAt !== null) return refusedFor('client_revoked')
    if (!stored.userActive) return refusedFor('client_user_disabled')
    return { known: true, client: stored }
  }
}

const refusedFor = (reason: ClientRefusal): CheckedClient => ({
  known: false,
  reason,
  isOurs: reason !== 'unknown_client',
})
