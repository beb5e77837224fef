import { DateTime } from 'luxon'
import type { Token, TokenChange } from '../../../electron/contract/token'
import { localZone } from '../../ui/moments'
import { sameGrants, withoutCovered } from '../../ui/permission-grants'
import { nothingFilledIn, type TokenSettings, type TokenSettingsInput } from './token-form'

/** A token as the form shows it before anything is changed. */
export const settingsOf = (token: Token): TokenSettingsInput => ({
  ...nothingFilledIn,
  name: token.name,
  note: token.note,
  system: token.system,
  contact: token.contact,
  keptIn: token.keptIn,
  expiry: { kind: 'keep' },
  grants: grantsOf(token),
  enabled: token.enabled,
  start: startOf(token),
  networks: token.networks,
  callsPerMinute: token.callsPerMinute,
})

export const grantsOf = (token: Pick<Token, 'grants'>) =>
  token.grants.map(({ entityId, permissions }) => ({ entityId, permissions }))

/** The day of the start as the clocks of this machine have it. */
export const startOf = ({ startsAt }: Pick<Token, 'startsAt'>) => {
  const zone = localZone()
  const date = startsAt === null ? null : DateTime.fromMillis(startsAt, { zone }).toISODate()
  return date === null ? null : { date, zone }
}

const plain = ['name', 'note', 'system', 'contact', 'keptIn', 'networks', 'callsPerMinute'] as const

/** Only what is otherwise than it was, so that the rest stays whatever it is. */
export function changeOf(token: Token, typed: TokenSettings): Omit<TokenChange, 'id' | 'version'> {
  const grants = withoutCovered(typed.grants) as TokenSettings['grants']
  return {
    ...Object.fromEntries(
      plain.filter((one) => !same(typed[one], token[one])).map((one) => [one, typed[one]]),
    ),
    ...(!same(typed.start, startOf(token)) && { start: typed.start }),
    ...(!sameGrants(grants, token.grants) && { grants }),
    ...(typed.expiry.kind !== 'keep' && { expiry: typed.expiry }),
  }
}

/** What was typed, over a token that somebody changed meanwhile. */
export const overNewer = (
  typed: TokenSettingsInput,
  opened: Token,
  newer: Token,
): TokenSettingsInput => {
  const before = settingsOf(opened)
  const kept = Object.entries(typed).filter(
    ([part, value]) => !same(value, before[part as keyof TokenSettingsInput]),
  )
  return { ...settingsOf(newer), ...Object.fromEntries(kept) }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
