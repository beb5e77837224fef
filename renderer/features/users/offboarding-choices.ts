import { Day, expiryMoment } from '../../../electron/contract/expiry'
import type { TokenId } from '../../../electron/contract/id'
import type { Offboarding, TransferPreview } from '../../../electron/contract/offboarding'
import { day } from '../../../electron/contract/time'
import type { Token } from '../../../electron/contract/token'
import type { User } from '../../../electron/contract/user'
import { localZone } from '../../ui/moments'

/** What becomes of a token when its user is disabled. */
export const lots = ['stop', 'revoke', 'transfer', 'transfer_until'] as const
export type Lot = (typeof lots)[number]

export type Choice = { lot: Lot; to: User | null; until: string }
export type Choices = ReadonlyMap<TokenId, Choice>

/** What is chosen for those of which nothing was said. */
export const stops: Choice = { lot: 'stop', to: null, until: '' }

export const isTransfer = ({ lot }: Choice) => lot === 'transfer' || lot === 'transfer_until'

/** Why a day cannot be the last one, as a code of the field texts; null where it can. */
export function untilProblem({ lot, until }: Choice, now: number) {
  if (lot !== 'transfer_until') return null
  if (!Day.safeParse(until).success) return 'not_a_date'
  const end = expiryMoment({ kind: 'date', date: until, zone: localZone() }, now)
  return end !== null && end <= now ? 'expiry_in_past' : null
}

export const transfersIn = (tokens: Token[], choices: Choices) =>
  tokens.flatMap(({ id }) => {
    const choice = choices.get(id)
    return choice?.to && isTransfer(choice) ? [{ id, toUserId: choice.to.id }] : []
  })

/** What is sent, once everything that it needs was chosen and shown; null before that. */
export function lotsFor(
  tokens: Token[],
  choices: Choices,
  preview: TransferPreview | undefined,
  now: number,
): Offboarding['tokens'] | null {
  const shown = new Map(preview?.tokens.map((one) => [one.id, one]))
  const settled: Offboarding['tokens'] = []
  for (const { id, version } of tokens) {
    const choice = choices.get(id) ?? stops
    if (choice.lot === 'revoke') settled.push({ kind: 'revoke', id, version })
    if (!isTransfer(choice)) continue
    const seen = shown.get(id)
    if (!seen || seen.toUserId !== choice.to?.id || untilProblem(choice, now) !== null) return null
    settled.push({
      kind: 'transfer',
      id,
      version,
      toUserId: seen.toUserId,
      name: seen.name,
      until: choice.lot === 'transfer_until' ? { date: choice.until, zone: localZone() } : null,
    })
  }
  return settled
}

/** Of the tokens that will not work any more, those that somebody needs. */
export const missedSoon = (tokens: Token[], choices: Choices, now: number) =>
  tokens.filter(
    (token) =>
      !isTransfer(choices.get(token.id) ?? stops) &&
      token.lastUsedAt !== null &&
      token.lastUsedAt > now - day,
  )
