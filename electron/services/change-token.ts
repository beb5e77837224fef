import type { Facts } from '../contract/activity'
import type { Enforced } from '../contract/enforced'
import type { Grant } from '../contract/permission'
import type { Token, TokenChange } from '../contract/token'
import type { Seals } from '../crypto/types'
import type { TokenRights, TokenUpdate } from '../store/registry'
import { activityEntry, differing, isoMoment, tokenSubject } from './activity-entry'
import { grantWords, titlesOf, type TitleOf } from './grant-words'
import type { Means } from './means'
import { assertNameFits } from './name-rule'
import { canonicalNetwork } from './networks'
import { createTokenChange } from './token-change'
import { assertStartsBefore, newExpiry, newStart } from './token-expiry'
import { allowedOn, assertWithinAccess } from './token-terms'

export type ChangeToken = ReturnType<typeof createChangeToken>

/** A token's settings anew; its secret, its ID and its user stay. */
export function createChangeToken({
  store,
  seals,
  session,
  gateway,
  now,
  announce,
}: Means & { seals: Pick<Seals, 'rights'> }) {
  const change = createTokenChange({ store, seals, now })

  return async (asked: TokenChange): Promise<Enforced<Token>> => {
    const actor = await session.actor()
    const opened = await change.asOpened(asked.id, asked.version)
    const { token, sealed } = opened
    const at = now()
    const policy = await store.policy.get()
    if (asked.name !== undefined && asked.name !== token.name) assertNameFits(asked.name, policy)
    const titleOf = titlesOf(await store.entities.all())
    if (asked.grants) {
      const access = await store.users.access(token.userId)
      assertWithinAccess(addedTo(sealed.rights.grants, asked.grants), access, titleOf)
    }
    const expiry = asked.expiry && {
      expiresAt: newExpiry(asked.expiry, policy, at, token.createdAt),
      expiryZone: asked.expiry.kind === 'never' ? null : asked.expiry.zone,
    }
    const expiresAt = expiry ? expiry.expiresAt : sealed.rights.expiresAt
    const set: TokenUpdate['set'] = {
      ...wordsOf(asked),
      ...expiry,
      ...(asked.grants && { grants: inOrder(asked.grants) }),
      // A start that stays is held against a new expiry, which must not come before it.
      ...(asked.start !== undefined && { startsAt: newStart(asked.start, expiresAt) }),
      ...(asked.networks && { networks: asked.networks.map(canonicalNetwork) }),
      ...(asked.callsPerMinute !== undefined && { callsPerMinute: asked.callsPerMinute }),
    }
    if (expiry && asked.start === undefined) assertStartsBefore(sealed.rights.startsAt, expiresAt)

    const before = { ...wordsIn(token), expiryZone: token.expiryZone, ...sealed.rights }
    const facts = differing(factsOf(before, titleOf), factsOf({ ...before, ...set }, titleOf))
    if (Object.keys(facts.after).length === 0)
      return { value: token, enforced: await gateway.forget() }
    const value = await change.applyOne(
      change.updateOf(
        opened,
        set,
        activityEntry({
          at,
          actor,
          action: 'token.changed',
          subject: tokenSubject({ ...token, name: set.name ?? token.name }),
          ...facts,
        }),
      ),
    )
    announce('tokens', 'activity')
    return { value, enforced: await gateway.forget() }
  }
}

const words = ['name', 'note', 'system', 'contact', 'keptIn'] as const
type Words = Record<(typeof words)[number], string>

const wordsIn = (token: Token): Words =>
  Object.fromEntries(words.map((one) => [one, token[one]])) as Words

const wordsOf = (asked: TokenChange): Partial<Words> =>
  Object.fromEntries(words.flatMap((one) => (asked[one] === undefined ? [] : [[one, asked[one]]])))

const inOrder = (grants: Grant[]) =>
  grants.toSorted((a, b) => (a.entityId ?? 0) - (b.entityId ?? 0))

/** What a token has already may stay beyond its user's access, where it does nothing. */
const addedTo = (before: Grant[], after: Grant[]): Grant[] =>
  after.map(({ entityId, permissions }) => ({
    entityId,
    permissions: permissions.filter((one) => !allowedOn(before, entityId).includes(one)),
  }))

const factsOf = (
  token: Words & { expiryZone: string | null } & Pick<
      TokenRights,
      'grants' | 'expiresAt' | 'startsAt' | 'networks' | 'callsPerMinute'
    >,
  titleOf: TitleOf,
): Facts => ({
  name: token.name,
  note: token.note,
  system: token.system,
  contact: token.contact,
  keptIn: token.keptIn,
  permissions: grantWords(token.grants, titleOf),
  expiresAt: isoMoment(token.expiresAt),
  expiryZone: token.expiryZone,
  startsAt: isoMoment(token.startsAt),
  networks: token.networks,
  callsPerMinute: token.callsPerMinute,
})
