import type { TokenInsert } from '../registry'
import { storedNetworks } from './stored-rights'
import type { TokenTable } from './tables'
import { searchKey, textKey } from './text-key'

/** What can change of a token, apart from its grants and old secrets, which are rows of their own. */
type Changing = Omit<
  TokenInsert,
  'tokenId' | 'kind' | 'createdAt' | 'createdBy' | 'rightsMac' | 'grants' | 'oldSecrets'
> & { rotatedAt: number | null }

type Columns = {
  [Part in keyof Changing]: (value: Changing[Part]) => Partial<Omit<TokenTable, 'id'>>
}

const columns: Columns = {
  userId: (user_id) => ({ user_id }),
  name: (name) => ({ name, name_key: textKey(name) }),
  note: (note) => ({ note }),
  system: (system) => ({ system }),
  contact: (contact) => ({ contact }),
  keptIn: (kept_in) => ({ kept_in }),
  keyNumber: (key_number) => ({ key_number }),
  digest: (digest) => ({ digest }),
  enabled: (enabled) => ({ enabled: enabled ? 1 : 0 }),
  startsAt: (starts_at) => ({ starts_at }),
  expiresAt: (expires_at) => ({ expires_at }),
  expiryZone: (expiry_zone) => ({ expiry_zone }),
  revokedAt: (revoked_at) => ({ revoked_at }),
  networks: (networks) => ({ networks: storedNetworks(networks) }),
  callsPerMinute: (calls_per_minute) => ({ calls_per_minute }),
  unusedFrom: (unused_from) => ({ unused_from }),
  secretNumber: (secret_number) => ({ secret_number }),
  rotatedAt: (rotated_at) => ({ rotated_at }),
}

/** The columns of the parts that are there. */
export const columnsOf = (parts: Partial<Changing>): Partial<Omit<TokenTable, 'id'>> =>
  Object.assign(
    {},
    ...Object.entries(columns).map(([part, stored]) => {
      const value = parts[part as keyof Changing]
      return value === undefined ? {} : (stored as (value: unknown) => object)(value)
    }),
  )

/** By its name first, which is also the order of lists. */
export const tokenSearchKey = (
  token: Pick<Changing, 'name' | 'note' | 'system' | 'contact' | 'keptIn'>,
): string => searchKey(token.name, token.note, token.system, token.contact, token.keptIn)
