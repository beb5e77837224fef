import type { TokenId } from '../contract/id'
import { TokenFilter, InventoryOrder } from '../contract/inventory'
import { evidenceOf } from '../contract/rotation'
import type { Registry } from '../store/registry'

/** The tokens of which a secret that is still valid can be retired, by the evidence they show. */
export async function finishableRotations(
  store: Pick<Registry, 'tokens'>,
  now: number,
): Promise<TokenId[]> {
  const rotating = await store.tokens.inventoryIds(
    TokenFilter.parse({ rotating: true }),
    InventoryOrder.parse({ sort: 'name' }),
    now,
  )
  const finishable: TokenId[] = []
  for (const id of rotating) {
    const all = (await store.tokens.secrets(id))?.all ?? []
    const isFinishable = all.some(
      (old) =>
        old.validUntil !== null &&
        old.validUntil > now &&
        evidenceOf(old, all, now).verdict === 'safe',
    )
    if (isFinishable) finishable.push(id)
  }
  return finishable
}
