import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Enforced } from '../contract/enforced'
import type { TokenId, UserId } from '../contract/id'
import {
  mostOffboarded,
  type Offboarding,
  type TokenLot,
  type TransferPreview,
  type TransfersAsked,
  type UserBelongings,
} from '../contract/offboarding'
import type { Token } from '../contract/token'
import type { User } from '../contract/user'
import type { Seals } from '../crypto/types'
import type { ClientRevocation, OffboardingObstacle } from '../store/registry'
import { found } from './accepted'
import {
  activityEntry,
  activityGroup,
  clientSubject,
  isoMoment,
  userSubject,
} from './activity-entry'
import type { Means } from './means'
import { Refusal } from './refusal'
import { createTokenChange } from './token-change'
import { refuseAbout, updateFor, type Told } from './token-lot'
import { createTransferPreview } from './transfer-preview'

export type OffboardingService = ReturnType<typeof createOffboardingService>

/** So many tokens at a time, that the window never waits for all of them. */
const piece = 20

/** A user leaves, and nothing that hangs on them is forgotten. */
export function createOffboardingService({
  store,
  seals,
  session,
  gateway,
  now,
  announce,
  newId,
}: Means & { seals: Pick<Seals, 'rights' | 'client'>; newId: () => string }) {
  const change = createTokenChange({ store, seals, now })

  async function tokensOf(userId: UserId): Promise<Token[]> {
    const at = now()
    const order = { sort: 'lastUsedAt', direction: 'desc' } as const
    const ids = await store.tokens.inventoryIds({ userId, show: 'current' }, order, at)
    const tokens: Token[] = []
    for (let from = 0; from < Math.min(ids.length, mostOffboarded); from += piece) {
      await nextTurn()
      for (const row of await store.tokens.inventoryOf(ids.slice(from, from + piece), at))
        tokens.push(row.token)
    }
    return tokens
  }

  async function belongings(userId: UserId): Promise<UserBelongings> {
    found(await store.users.get(userId))
    return { tokens: await tokensOf(userId), clients: await store.clients.ofUser(userId) }
  }

  const previewOf = createTransferPreview(store)

  async function preview({ userId, transfers }: TransfersAsked): Promise<TransferPreview> {
    found(await store.users.get(userId))
    return previewOf(userId, await tokensOf(userId), transfers)
  }

  async function offboard(asked: Offboarding): Promise<Enforced<User>> {
    const actor = await session.actor()
    const user = found(await store.users.get(asked.userId))
    if (user.version !== asked.version || user.status === 'disabled')
      throw new Refusal('changed_meanwhile')
    const told: Told = { at: now(), actor, group: activityGroup('offboarding', newId()) }
    const targets = await Promise.all(
      asked.targets.map(async ({ userId }) => store.users.get(userId)),
    )
    const targetOf = (id: UserId): User => {
      const target = targets.find((one) => one?.id === id)
      if (!target || id === user.id) throw new Refusal('transfer_target_unfit')
      return target
    }
    const nameOf = async (id: TokenId) => (await store.tokens.get(id, told.at))?.name ?? id
    const given = { change, user, nameOf, targetOf, policy: await store.policy.get(), told }
    const tokens = []
    for (const [at, lot] of asked.tokens.entries()) {
      // Reading is done at once for each: the window has its turn in between.
      if (at % piece === 0) await nextTurn()
      tokens.push(await updateFor(lot, given))
    }
    const clients = []
    for (const id of asked.revokedClients) clients.push(await revocationOf(id, user, told))

    const outcome = await store.offboard({
      userId: user.id,
      ifVersion: asked.version,
      at: told.at,
      targets: asked.targets.map(({ userId: id, version: ifVersion }) => ({ id, ifVersion })),
      tokens,
      clients,
      activity: activityEntry({
        ...told,
        action: 'user.disabled',
        subject: userSubject(user),
        before: { status: user.status },
        after: { status: 'disabled', ...countsOf(asked) },
      }),
    })
    if ('refused' in outcome) {
      const names = new Map([
        ...[...tokens, ...clients].map(
          ({ id, activity }) => [String(id), activity.subjectName] as const,
        ),
        ...targets.flatMap((one) => (one ? [[String(one.id), one.displayName] as const] : [])),
      ])
      return refuse(outcome, names)
    }
    announce(
      'users',
      'tokens',
      'clients',
      'activity',
      ...(actor.id === user.id ? (['session'] as const) : []),
    )
    return { value: outcome, enforced: await gateway.forget() }
  }

  async function revocationOf(
    id: Offboarding['revokedClients'][number],
    user: User,
    told: Told,
  ): Promise<ClientRevocation> {
    const client = await store.clients.get(id)
    const rights = await store.clients.rights(id)
    if (!client || !rights || client.userId !== user.id)
      return refuseAbout(client?.name ?? id, new Refusal('changed_meanwhile'))
    return {
      id,
      revokedAt: told.at,
      mac: seals.client({ ...rights, revokedAt: told.at }),
      activity: activityEntry({
        ...told,
        action: 'client.revoked',
        subject: clientSubject(client),
        before: { status: client.status, lastUsedAt: isoMoment(client.lastUsedAt) },
        after: { status: 'revoked' },
      }),
    }
  }

  return { belongings, preview, offboard }
}

function refuse(obstacle: OffboardingObstacle, names: Map<string, string>): never {
  const refusal = new Refusal(obstacle.refused)
  if (obstacle.of === 'user') throw refusal
  const id = String(obstacle.id)
  return refuseAbout(names.get(id) ?? id, refusal)
}

const ofKind = (lots: TokenLot[], kind: TokenLot['kind']) =>
  lots.filter((one) => one.kind === kind).length

const countsOf = ({ tokens, revokedClients }: Offboarding) =>
  Object.fromEntries(
    Object.entries({
      tokensTransferred: ofKind(tokens, 'transfer'),
      tokensRevoked: ofKind(tokens, 'revoke'),
      clientsRevoked: revokedClients.length,
    }).filter(([, count]) => count > 0),
  )
