import clientsFile from '../../resources/demo/clients.json'
import type { User } from '../contract/user'
import { activityEntry, clientSubject, isoMoment } from '../services/activity-entry'
import type { ClientCount } from '../store/gateway-data'
import type { ClientRights } from '../store/registry'
import { networks } from './demo-users'
import { actorOf, mustBeDone, type DemoMeans } from './demo-world'
import { day } from './token-stories'
import type { DemoEvent } from './user-events'

/** Credentials whose secret nobody ever saw, and how their system used them. */
export type DemoClient = {
  rights: ClientRights
  user: User
  name: string
  revokedAt: number | null
  usage: ClientCount | null
}

type Told = {
  name: string
  username: string
  createdDaysAgo: number
  calls: number
  lastUsedMinutesAgo?: number
  revokedDaysAgo?: number
}

export function castClients(means: DemoMeans, users: User[]): DemoClient[] {
  const now = means.now()
  return (clientsFile as Told[]).flatMap((told) => {
    const user = users.find(({ username }) => username === told.username)
    if (!user) return []
    const { clientId, secret } = means.clientFormat.make()
    const { keyNumber } = means.seals
    const { name, calls, createdDaysAgo, lastUsedMinutesAgo, revokedDaysAgo } = told
    return [
      {
        rights: {
          clientId,
          userId: user.id,
          keyNumber,
          digest: means.seals.clientDigest(clientId, secret, keyNumber),
          revokedAt: null,
          createdAt: now - createdDaysAgo * day,
        },
        user,
        name,
        revokedAt: revokedDaysAgo === undefined ? null : now - revokedDaysAgo * day,
        usage:
          lastUsedMinutesAgo === undefined
            ? null
            : {
                clientId,
                calls,
                lastUsedAt: now - lastUsedMinutesAgo * 60_000,
                lastUsedFrom: `${networks.get(user.username) ?? '10.0.0'}.8`,
              },
      },
    ]
  })
}

/** Created, and one of them later deleted, through the store's own verbs. */
export function clientEvents(
  means: DemoMeans,
  administrator: User,
  { rights, user, name, revokedAt, usage }: DemoClient,
): DemoEvent[] {
  const { clients } = means.store
  const actor = actorOf(administrator)
  const subject = clientSubject({ id: rights.clientId, name, userId: user.id })
  const create = async () => {
    mustBeDone(
      await clients.insert(
        { ...rights, name, createdBy: actor.name, mac: means.seals.client(rights) },
        activityEntry({
          at: rights.createdAt,
          actor,
          action: 'client.created',
          subject,
          after: { user: user.displayName, name },
        }),
      ),
    )
  }
  const revoke = async (at: number) => {
    mustBeDone(
      await clients.revoke(
        {
          id: rights.clientId,
          revokedAt: at,
          mac: means.seals.client({ ...rights, revokedAt: at }),
        },
        activityEntry({
          at,
          actor,
          action: 'client.revoked',
          subject,
          before: { status: 'active', lastUsedAt: isoMoment(usage?.lastUsedAt ?? null) },
          after: { status: 'revoked' },
        }),
      ),
    )
  }
  return [
    { at: rights.createdAt, run: create },
    ...(revokedAt === null ? [] : [{ at: revokedAt, run: () => revoke(revokedAt) }]),
  ]
}
