import type { Enforced } from '../contract/enforced'
import type { TokenId, UserId } from '../contract/id'
import type { InventoryAsked } from '../contract/inventory'
import { day } from '../contract/time'
import { freeName } from '../contract/token-name'
import type {
  IssuedToken,
  NewToken,
  PermissionsChange,
  Token,
  TokenEnabledChange,
  TokenRevocation,
  TokensAsked,
  TokenTerms,
} from '../contract/token'
import type { Seals, TokenFormat } from '../crypto/types'
import { accepted, found } from './accepted'
import { activityEntry, isoMoment, tokenSubject } from './activity-entry'
import { grantWords, titlesOf } from './grant-words'
import type { Means } from './means'
import { planRevocation } from './plan-revocation'
import { Refusal } from './refusal'
import { canonicalNetwork } from './networks'
import { assertNameFits } from './name-rule'
import { newExpiry, newStart } from './token-expiry'
import { allowedOn, assertWithinAccess } from './token-terms'
import { createTokenChange } from './token-change'
import { tokenKind } from './token-kind'
import { grantsWith, noHistory } from './token-rights'

export type TokenService = ReturnType<typeof createTokenService>

export function createTokenService({
  store,
  format,
  seals,
  session,
  gateway,
  now,
  announce,
  demo,
}: Means & { format: TokenFormat; seals: Seals; demo: boolean }) {
  const change = createTokenChange({ store, seals, now })

  const list = (asked: TokensAsked) => store.tokens.list(asked, now())

  const find = (search: string | undefined) => store.tokens.find(search, now())

  const inventory = (asked: InventoryAsked) => store.tokens.inventory(asked, now())

  const get = async (id: TokenId) => found(await store.tokens.get(id, now()))

  async function nameLike(id: TokenId) {
    const { name, userId } = await get(id)
    return { name: freeName(name, [name, ...(await store.tokens.namesOf(userId))]) }
  }

  async function terms(userId: UserId): Promise<TokenTerms> {
    found(await store.users.get(userId))
    const [policy, access, entities] = await Promise.all([
      store.policy.get(),
      store.users.access(userId),
      store.entities.all(),
    ])
    const { longestLifetimeDays, defaultLifetimeDays, neverAllowed, namePatterns } = policy
    return {
      longestLifetimeDays,
      defaultLifetimeDays,
      neverAllowed,
      namePatterns,
      callsPerMinute: policy.callsPerMinute,
      entities: entities.map(({ id, name, title }) => ({
        id,
        name,
        title,
        allowed: allowedOn(access, id),
      })),
      allEntities: allowedOn(access, null),
    }
  }

  async function create(asked: NewToken): Promise<IssuedToken> {
    const actor = await session.actor()
    const user = found(await store.users.get(asked.userId), 'userId')
    const titleOf = titlesOf(await store.entities.all())
    assertWithinAccess(asked.grants, await store.users.access(user.id), titleOf)
    const at = now()
    const policy = await store.policy.get()
    assertNameFits(asked.name, policy)
    const expiresAt = newExpiry(asked.expiry, policy, at)
    const startsAt = newStart(asked.start, expiresAt)
    const networks = asked.networks.map(canonicalNetwork)
    const grants = asked.grants.toSorted((a, b) => (a.entityId ?? 0) - (b.entityId ?? 0))
    const original = asked.clonedFrom && (await get(asked.clonedFrom))
    const kind = tokenKind(user, demo)

    const { token: secret, tokenId } = format.make(kind)
    const rights = {
      tokenId,
      userId: user.id,
      keyNumber: seals.keyNumber,
      digest: seals.digest(secret, seals.keyNumber),
      enabled: asked.enabled,
      startsAt,
      expiresAt,
      revokedAt: null,
      networks,
      callsPerMinute: asked.callsPerMinute,
      createdAt: at,
      ...noHistory,
      grants,
    }
    const { name, note, system, contact, keptIn } = asked
    const expiryZone = asked.expiry.kind === 'never' ? null : asked.expiry.zone
    const token = accepted(
      await store.tokens.insert(
        {
          ...rights,
          rightsMac: seals.rights(rights),
          kind,
          name,
          note,
          system,
          contact,
          keptIn,
          expiryZone,
          createdBy: actor.name,
        },
        at,
        activityEntry({
          at,
          actor,
          action: 'token.created',
          subject: tokenSubject({ id: tokenId, name, userId: user.id }),
          after: {
            user: user.displayName,
            name,
            note,
            ...(system && { system }),
            ...(contact && { contact }),
            ...(keptIn && { keptIn }),
            permissions: grantWords(grants, titleOf),
            expiresAt: isoMoment(expiresAt),
            expiryZone,
            ...(startsAt !== null && { startsAt: isoMoment(startsAt) }),
            ...(networks.length > 0 && { networks }),
            ...(asked.callsPerMinute !== null && { callsPerMinute: asked.callsPerMinute }),
            enabled: asked.enabled,
            ...(original && { clonedFrom: `${original.name} (${original.id})` }),
          },
        }),
      ),
      { token_name_taken: 'name' },
    )
    announce('tokens', 'activity')
    // The token is stored and its secret exists in this reply only: a gateway that cannot be told
    // must not cost it. The gateway notices new rows by itself, a moment later.
    await Promise.allSettled([gateway.forget()])
    return { token, secret, baseUrl: gateway.state().baseUrl }
  }

  async function setEnabled(asked: TokenEnabledChange): Promise<Enforced<Token>> {
    const actor = await session.actor()
    const opened = await change.asOpened(asked.id, asked.version)
    const { token } = opened
    if (token.enabled === asked.enabled && token.unusedMark !== 'disabled')
      return { value: token, enforced: await gateway.forget() }
    const at = now()
    // Enabling gives a token that was unused too long its days anew.
    const set = { enabled: asked.enabled, ...(asked.enabled && { unusedFrom: at }) }
    const value = await change.applyOne(
      change.updateOf(
        opened,
        set,
        activityEntry({
          at,
          actor,
          action: asked.enabled ? 'token.enabled' : 'token.disabled',
          subject: tokenSubject(token),
          before: { enabled: token.enabled },
          after: { enabled: asked.enabled },
        }),
      ),
    )
    announce('tokens', 'activity')
    return { value, enforced: await gateway.forget() }
  }

  /** One grant anew; the token's others stay. */
  async function setPermissions(asked: PermissionsChange): Promise<Enforced<Token>> {
    const actor = await session.actor()
    const opened = await change.asOpened(asked.id, asked.version)
    const { token, sealed } = opened
    const { entityId, permissions } = asked
    const titleOf = titlesOf(await store.entities.all())
    const before = sealed.rights.grants
    const added = permissions.filter(
      (one) => !before.find((grant) => grant.entityId === entityId)?.permissions.includes(one),
    )
    // What the token has already may stay beyond its user's access, where it does nothing.
    const access = await store.users.access(token.userId)
    assertWithinAccess([{ entityId, permissions: added }], access, titleOf)
    const grants = grantsWith(before, { entityId, permissions })
    const value = await change.applyOne(
      change.updateOf(
        opened,
        { grants },
        activityEntry({
          at: now(),
          actor,
          action: 'token.permissions_changed',
          subject: tokenSubject(token),
          before: { permissions: grantWords(before, titleOf) },
          after: { permissions: grantWords(grants, titleOf) },
        }),
      ),
    )
    announce('tokens', 'activity')
    return { value, enforced: await gateway.forget() }
  }

  async function revoke(asked: TokenRevocation): Promise<Enforced<Token>> {
    const actor = await session.actor()
    // A tampered one too: the new seal has the revocation in it, and makes nothing else valid.
    const opened = await change.changeable(asked.id)
    const { token } = opened
    const at = now()
    const isInUse = token.lastUsedAt !== null && token.lastUsedAt > at - day
    if (isInUse && asked.name?.trim().normalize('NFC') !== token.name)
      throw new Refusal('name_confirmation_needed', 'name')
    const { set, action, before, after } = planRevocation(at)(opened)
    const subject = tokenSubject(token)
    const entry = activityEntry({ at, actor, action, subject, before, after })
    const value = await change.applyOne(change.updateOf(opened, set, entry))
    announce('tokens', 'activity')
    return { value, enforced: await gateway.forget() }
  }

  return { list, find, inventory, get, nameLike, terms, create, setEnabled, setPermissions, revoke }
}
