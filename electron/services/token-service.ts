import type { Enforced } from '../contract/enforced'
import type { TokenId, UserId } from '../contract/id'
import { day } from '../contract/time'
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
import { Refusal } from './refusal'
import { canonicalNetwork } from './networks'
import { newExpiry, newStart } from './token-expiry'
import { allowedOn, assertWithinAccess } from './token-terms'
import { grantsWith, sealedRights, type SealedToken } from './token-rights'

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
  const list = (asked: TokensAsked) => store.tokens.list(asked, now())

  const find = (search: string | undefined) => store.tokens.find(search, now())

  const get = async (id: TokenId) => found(await store.tokens.get(id, now()))

  async function terms(userId: UserId): Promise<TokenTerms> {
    found(await store.users.get(userId))
    const [policy, access, entities] = await Promise.all([
      store.policy.get(),
      store.users.access(userId),
      store.entities.all(),
    ])
    return {
      ...policy,
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
    const expiresAt = newExpiry(asked.expiry, await store.policy.get(), at)
    const startsAt = newStart(asked.start, expiresAt)
    const networks = asked.networks.map(canonicalNetwork)
    const grants = asked.grants.toSorted((a, b) => (a.entityId ?? 0) - (b.entityId ?? 0))
    const kind = demo ? 'x' : user.kind === 'person' ? 'u' : 's'

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
      grants,
    }
    const { name, note } = asked
    const expiryZone = asked.expiry.kind === 'never' ? null : asked.expiry.zone
    const token = accepted(
      await store.tokens.insert(
        {
          ...rights,
          rightsMac: seals.rights(rights),
          kind,
          name,
          note,
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
            permissions: grantWords(grants, titleOf),
            expiresAt: isoMoment(expiresAt),
            expiryZone,
            ...(startsAt !== null && { startsAt: isoMoment(startsAt) }),
            ...(networks.length > 0 && { networks }),
            ...(asked.callsPerMinute !== null && { callsPerMinute: asked.callsPerMinute }),
            enabled: asked.enabled,
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

  /** A token that still can be changed; not genuine is one whose row was edited outside Keyward. */
  async function changeable(
    id: TokenId,
  ): Promise<{ token: Token; sealed: SealedToken; isGenuine: boolean }> {
    const sealed = sealedRights(found(await store.tokens.rights(id)))
    const token = await get(id)
    if (token.revokedAt !== null) throw new Refusal('token_revoked')
    return { token, sealed, isGenuine: seals.rights(sealed.rights).equals(sealed.mac) }
  }

  async function setEnabled(asked: TokenEnabledChange): Promise<Enforced<Token>> {
    const actor = await session.actor()
    const { token, sealed, isGenuine } = await changeable(asked.id)
    if (!isGenuine) throw new Refusal('token_tampered')
    if (sealed.version !== asked.version) throw new Refusal('changed_meanwhile')
    if (token.enabled === asked.enabled) return { value: token, enforced: await gateway.forget() }
    const at = now()
    const value = accepted(
      await store.tokens.setEnabled(
        {
          id: asked.id,
          ifVersion: asked.version,
          enabled: asked.enabled,
          rightsMac: seals.rights({ ...sealed.rights, enabled: asked.enabled }),
          now: at,
        },
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
    const { token, sealed, isGenuine } = await changeable(asked.id)
    if (!isGenuine) throw new Refusal('token_tampered')
    if (sealed.version !== asked.version) throw new Refusal('changed_meanwhile')
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
    const value = accepted(
      await store.tokens.setGrants(
        {
          id: asked.id,
          ifVersion: asked.version,
          grants,
          rightsMac: seals.rights({ ...sealed.rights, grants }),
          now: now(),
        },
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
    const { token, sealed, isGenuine } = await changeable(asked.id)
    const at = now()
    const isInUse = token.lastUsedAt !== null && token.lastUsedAt > at - day
    if (isInUse && asked.name?.trim().normalize('NFC') !== token.name)
      throw new Refusal('name_confirmation_needed', 'name')
    const value = accepted(
      await store.tokens.revoke(
        {
          id: asked.id,
          ifVersion: sealed.version,
          revokedAt: at,
          rightsMac: seals.rights({ ...sealed.rights, revokedAt: at }),
        },
        activityEntry({
          at,
          actor,
          action: 'token.revoked',
          subject: tokenSubject(token),
          before: {
            status: token.status,
            lastUsedAt: isoMoment(token.lastUsedAt),
            ...(!isGenuine && { tampered: true }),
          },
          after: { status: 'revoked' },
        }),
      ),
    )
    announce('tokens', 'activity')
    return { value, enforced: await gateway.forget() }
  }

  return { list, find, get, terms, create, setEnabled, setPermissions, revoke }
}
