import { setImmediate } from 'node:timers/promises'
import type { TokenId } from '../contract/id'
import type { InventoryRow } from '../contract/inventory'
import type { Seals } from '../crypto/types'
import { found } from './accepted'
import type { Means } from './means'
import type { Changeable } from './token-change'
import { sealedRights } from './token-rights'

/** A token of many, with its user; a revoked one too, which nothing can change any more. */
export type Gathered = Changeable & { row: InventoryRow }

/** Between two pieces main answers others; one piece takes some milliseconds. */
const pieceSize = 50

/** These tokens in their order, with the seals over their rights checked. */
export const createGatherTokens =
  ({ store, seals, now }: Pick<Means, 'store' | 'now'> & { seals: Pick<Seals, 'rights'> }) =>
  async (ids: TokenId[]): Promise<Gathered[]> => {
    const gathered: Gathered[] = []
    for (let start = 0; start < ids.length; start += pieceSize) {
      if (start > 0) await setImmediate()
      const piece = ids.slice(start, start + pieceSize)
      const rows = await store.tokens.inventoryOf(piece, now())
      const rowOf = new Map(rows.map((row) => [row.token.id, row]))
      for (const id of piece) {
        const row = found(rowOf.get(id) ?? null)
        const sealed = sealedRights(found(await store.tokens.rights(id)))
        const isGenuine = seals.rights(sealed.rights).equals(sealed.mac)
        gathered.push({ token: row.token, sealed, isGenuine, row })
      }
    }
    return gathered
  }
