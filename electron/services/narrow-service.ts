import type { Enforced } from '../contract/enforced'
import type { TokenId } from '../contract/id'
import type { Grant } from '../contract/permission'
import type { NamedGrant, Token } from '../contract/token'
import type { Narrowing, UnusedAsked, UnusedPermissions } from '../contract/usage'
import type { TokenAtVersion } from '../contract/bulk'
import type { Seals } from '../crypto/types'
import { activityEntry, tokenSubject } from './activity-entry'
import { grantWords, titlesOf } from './grant-words'
import type { Means } from './means'
import { createRecent } from './recent'
import { Refusal } from './refusal'
import { createTokenChange, type Changeable } from './token-change'
import { findUnused, isWithin, narrowed } from './unused-permissions'

export type NarrowService = ReturnType<typeof createNarrowService>

/** Permissions that a token does not use, and a grant without them. */
export function createNarrowService({
  store,
  seals,
  session,
  gateway,
  now,
  announce,
}: Means & { seals: Pick<Seals, 'rights'> }) {
  const change = createTokenChange({ store, seals, now })
  /** What lately narrowed tokens were granted before, and their version since. */
  const before = createRecent<TokenId, { version: number; grants: Grant[] }>(100)

  async function unused({ id, days }: UnusedAsked): Promise<UnusedPermissions> {
    const { token } = await change.changeable(id)
    const at = now()
    const [grants, uses, observedSince, entities] = await Promise.all([
      store.usage.grantedSince(id),
      store.usage.uses(id, 0),
      store.usage.observedSince(),
      store.entities.all(),
    ])
    const ids = entities.map((one) => one.id)
    const findings = findUnused({ grants, uses, observedSince, entities: ids }, days, at)
    const entityOf = new Map(entities.map((one) => [one.id, one]))
    const named = ({ entityId, permissions }: Grant): NamedGrant => ({
      entityId,
      entityName: entityId && (entityOf.get(entityId)?.name ?? null),
      entityTitle: entityId && (entityOf.get(entityId)?.title ?? null),
      permissions,
    })
    return {
      observedSince,
      unused: findings.map((one) => ({
        ...one,
        entityTitle: one.entityId && (entityOf.get(one.entityId)?.title ?? null),
        usedOn: one.usedOn.flatMap((used) => entityOf.get(used)?.title ?? []),
      })),
      current: token.grants,
      proposed: narrowed(grants, findings)?.map(named) ?? null,
      version: token.version,
    }
  }

  async function narrow({ id, version, grants }: Narrowing): Promise<Enforced<Token>> {
    const opened = await change.asOpened(id, version)
    const current = opened.sealed.rights.grants
    if (!isWithin(grants, current)) throw new Refusal('invalid_input', 'grants')
    const narrower = await granted(opened, inOrder(grants))
    before.set(id, { version: narrower.value.version, grants: current })
    return narrower
  }

  /** Exactly what it was granted before, as long as nobody changed it since. */
  async function undo({ id, version }: TokenAtVersion): Promise<Enforced<Token>> {
    const kept = before.get(id)
    if (kept?.version !== version) throw new Refusal('changed_meanwhile')
    return granted(await change.asOpened(id, version), kept.grants)
  }

  async function granted(opened: Changeable, grants: Grant[]): Promise<Enforced<Token>> {
    const actor = await session.actor()
    const titleOf = titlesOf(await store.entities.all())
    const value = await change.applyOne(
      change.updateOf(
        opened,
        { grants },
        activityEntry({
          at: now(),
          actor,
          action: 'token.permissions_changed',
          subject: tokenSubject(opened.token),
          before: { permissions: grantWords(opened.sealed.rights.grants, titleOf) },
          after: { permissions: grantWords(grants, titleOf) },
        }),
      ),
    )
    announce('tokens', 'activity')
    return { value, enforced: await gateway.forget() }
  }

  return { unused, narrow, undo }
}

const inOrder = (grants: Grant[]) =>
  grants.toSorted((a, b) => (a.entityId ?? 0) - (b.entityId ?? 0))
