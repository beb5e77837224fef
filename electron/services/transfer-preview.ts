import type { UserId } from '../contract/id'
import type { TransferPreview, TransfersAsked } from '../contract/offboarding'
import { freeName } from '../contract/token-name'
import type { NamedGrant, Token } from '../contract/token'
import type { Registry } from '../store/registry'
import { lostUnder } from './access-lost'
import { found } from './accepted'
import type { Grant } from '../contract/permission'

type Target = TransferPreview['targets'][number] & { access: Grant[]; names: string[] }

/** What tokens would be called with their new users, and could do there. */
export function createTransferPreview(store: Pick<Registry, 'users' | 'tokens' | 'entities'>) {
  async function targetOf(userId: UserId): Promise<Target> {
    const { version, displayName } = found(await store.users.get(userId), 'transfers')
    const names = await store.tokens.namesOf(userId)
    return { userId, version, name: displayName, access: await store.users.access(userId), names }
  }

  return async (
    userId: UserId,
    tokens: Token[],
    transfers: TransfersAsked['transfers'],
  ): Promise<TransferPreview> => {
    const entities = await store.entities.all()
    const access = await store.users.access(userId)
    const targets = await Promise.all(
      [...new Set(transfers.map((one) => one.toUserId))].map(targetOf),
    )
    const byId = new Map(tokens.map((token) => [token.id, token]))
    // Most tokens of a user may do the same, and are asked about all entities.
    const compared = new Map<string, Pick<TransferPreview['tokens'][number], 'loses' | 'gains'>>()
    const compare = (grants: NamedGrant[], to: Target) => {
      const key = JSON.stringify([to.userId, grants])
      const known = compared.get(key)
      if (known) return known
      const result = {
        loses: lostUnder(grants, { from: access, to: to.access }, entities),
        gains: lostUnder(grants, { from: to.access, to: access }, entities),
      }
      compared.set(key, result)
      return result
    }
    return {
      targets: targets.map(({ userId: id, version, name }) => ({ userId: id, version, name })),
      tokens: transfers.flatMap(({ id, toUserId }) => {
        const token = byId.get(id)
        const target = targets.find((one) => one.userId === toUserId)
        if (!token || !target) return []
        const name = freeName(token.name, target.names)
        // The next one of the same name is to find it taken.
        target.names.push(name)
        return [{ id, toUserId, name, ...compare(token.grants, target) }]
      }),
    }
  }
}
