import type { Client, ClientsAsked, IssuedClient, NewClient } from '../contract/client'
import type { Enforced } from '../contract/enforced'
import type { ClientId } from '../contract/id'
import type { ClientFormat, Seals } from '../crypto/types'
import { accepted, found } from './accepted'
import { activityEntry, clientSubject, isoMoment } from './activity-entry'
import type { Means } from './means'
import { Refusal } from './refusal'

export type ClientService = ReturnType<typeof createClientService>

/** Credentials with which the systems of a service account ask what tokens are. */
export function createClientService({
  store,
  format,
  seals,
  session,
  gateway,
  now,
  announce,
}: Means & {
  format: ClientFormat
  seals: Pick<Seals, 'keyNumber' | 'clientDigest' | 'client'>
}) {
  const list = (asked: ClientsAsked) => store.clients.list(asked)

  async function create({ userId, name }: NewClient): Promise<IssuedClient> {
    const actor = await session.actor()
    const user = found(await store.users.get(userId), 'userId')
    if (user.kind !== 'service_account') throw new Refusal('service_account_needed', 'userId')
    const at = now()
    const { clientId, secret } = format.make()
    const rights = {
      clientId,
      userId,
      keyNumber: seals.keyNumber,
      digest: seals.clientDigest(clientId, secret, seals.keyNumber),
      revokedAt: null,
      createdAt: at,
    }
    const client = accepted(
      await store.clients.insert(
        { ...rights, mac: seals.client(rights), name, createdBy: actor.name },
        activityEntry({
          at,
          actor,
          action: 'client.created',
          subject: clientSubject({ id: clientId, name, userId }),
          after: { user: user.displayName, name },
        }),
      ),
      { client_name_taken: 'name' },
    )
    announce('clients', 'activity')
    // As with a token: its secret exists in this reply only, and must not be lost with a gateway
    // that cannot be told.
    await Promise.allSettled([gateway.forget()])
    return { client, secret, baseUrl: gateway.state().baseUrl }
  }

  async function revoke(id: ClientId): Promise<Enforced<Client>> {
    const actor = await session.actor()
    const client = found(await store.clients.get(id))
    const rights = found(await store.clients.rights(id))
    const at = now()
    const value = accepted(
      await store.clients.revoke(
        { id, revokedAt: at, mac: seals.client({ ...rights, revokedAt: at }) },
        activityEntry({
          at,
          actor,
          action: 'client.revoked',
          subject: clientSubject(client),
          before: { status: client.status, lastUsedAt: isoMoment(client.lastUsedAt) },
          after: { status: 'revoked' },
        }),
      ),
    )
    announce('clients', 'activity')
    return { value, enforced: await gateway.forget() }
  }

  return { list, create, revoke }
}
