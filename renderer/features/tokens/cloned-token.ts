import { DateTime } from 'luxon'
import type { ExpiryChoice } from '../../../electron/contract/expiry'
import { permissions } from '../../../electron/contract/permission'
import type { NamedGrant, Token, TokenTerms } from '../../../electron/contract/token'
import { localZone } from '../../ui/moments'
import { startOf } from './edited-token'
import { nothingFilledIn, type TokenSettingsInput } from './token-form'

export type Clone = {
  values: Partial<TokenSettingsInput>
  /** What the original has and its user may not do now. */
  leftOut: NamedGrant[]
}

/** The settings of a token for another one, as far as its user may have them now. */
export function cloneOf(original: Token, name: string, terms: TokenTerms, now: number): Clone {
  const split = original.grants.map((grant) => {
    const allowed = allowedIn(terms, grant)
    const part = (isWithin: boolean) => ({
      ...grant,
      permissions: permissions.filter(
        (one) => grant.permissions.includes(one) && allowed.includes(one) === isWithin,
      ),
    })
    return { within: part(true), beyond: part(false) }
  })
  const some = (grant: NamedGrant) => grant.permissions.length > 0
  const expiry = sameLife(original, terms)
  return {
    values: {
      ...nothingFilledIn,
      name,
      note: original.note,
      system: original.system,
      contact: original.contact,
      keptIn: original.keptIn,
      ...(expiry && { expiry }),
      grants: split
        .map(({ within }) => within)
        .filter(some)
        .map((grant) => ({ entityId: grant.entityId, permissions: grant.permissions })),
      start: original.startsAt !== null && original.startsAt > now ? startOf(original) : null,
      networks: original.networks,
      callsPerMinute: original.callsPerMinute,
    },
    leftOut: split.map(({ beyond }) => beyond).filter(some),
  }
}

const allowedIn = (terms: TokenTerms, { entityId }: NamedGrant) =>
  entityId === null
    ? terms.allEntities
    : (terms.entities.find((one) => one.id === entityId)?.allowed ?? [])

/** As many days as the original was to live, within the policy; undefined where it sets none. */
function sameLife(original: Token, terms: TokenTerms): ExpiryChoice | undefined {
  const { ownExpiresAt, createdAt, expiryZone } = original
  const zone = localZone()
  const most = terms.longestLifetimeDays
  if (ownExpiresAt === null) return terms.neverAllowed ? { kind: 'never' } : undefined
  const start = (at: number) => DateTime.fromMillis(at, { zone: expiryZone ?? zone }).startOf('day')
  const life = Math.round(start(ownExpiresAt).diff(start(createdAt), 'days').days)
  return { kind: 'days', days: Math.max(1, Math.min(life, most ?? life)), zone }
}
