import { mostAtOnce } from '../contract/bulk'
import type {
  BulkAction,
  BulkAsked,
  BulkChange,
  BulkDone,
  BulkItem,
  BulkPreview,
  BulkSelection,
} from '../contract/bulk'
import type { Enforced } from '../contract/enforced'
import type { TokenId } from '../contract/id'
import { day } from '../contract/time'
import type { Token } from '../contract/token'
import type { Seals } from '../crypto/types'
import { activityEntry, activityGroup, tokenSubject } from './activity-entry'
import { plannerOf } from './bulk-plan'
import { createGatherTokens, type Gathered } from './gather-tokens'
import type { Means } from './means'
import { Refusal } from './refusal'
import { createTokenChange } from './token-change'

export type BulkService = ReturnType<typeof createBulkService>

/** One action on many tokens: what it would do, and then exactly that or nothing. */
export function createBulkService({
  store,
  seals,
  session,
  gateway,
  now,
  announce,
  newId,
}: Means & { seals: Pick<Seals, 'rights'>; newId: () => string }) {
  const change = createTokenChange({ store, seals, now })
  const gather = createGatherTokens({ store, seals, now })

  async function preview({ action, selection }: BulkAsked): Promise<BulkPreview> {
    const at = now()
    const plan = await planner(action, at)
    const tokens = await gather(await selected(selection, at))
    const items = tokens.map((one) => itemOf(one, plan(one), at))
    return { items: items.toSorted(byUrgency) }
  }

  /** The IDs of a selection; a filter must still leave as many as were seen. */
  async function selected(selection: BulkSelection, at: number): Promise<TokenId[]> {
    if ('ids' in selection) return [...new Set(selection.ids)]
    const { filter, count } = selection
    const order = { sort: 'name', direction: 'asc' } as const
    const { total } = await store.tokens.inventory(
      { ...filter, ...order, page: 0, pageSize: 1 },
      at,
    )
    if (total !== count) throw new Refusal('changed_meanwhile')
    if (total > mostAtOnce) throw new Refusal('too_many_tokens', undefined, { most: mostAtOnce })
    return store.tokens.inventoryIds(filter, order, at)
  }

  async function run({ action, tokens, confirmedCount }: BulkChange): Promise<Enforced<BulkDone>> {
    const actor = await session.actor()
    const at = now()
    const plan = await planner(action, at)
    const gathered = await gather(tokens.map((one) => one.id))
    if (
      action.kind === 'revoke' &&
      confirmedCount !== tokens.length &&
      gathered.some(({ token }) => isInUse(token, at))
    )
      throw new Refusal('count_confirmation_needed', 'confirmedCount')

    const group = activityGroup('bulk', newId())
    const updates = gathered.map((one, place) => {
      const planned = plan(one)
      const isAsSeen = one.sealed.version === tokens[place]?.version
      if (!isAsSeen || planned.obstacle !== null)
        throw new Refusal(refusalFor(isAsSeen ? planned.obstacle : null), undefined, {
          tokenId: one.token.id,
        })
      const { set, action: done, before, after } = planned
      return change.updateOf(
        one,
        set,
        activityEntry({
          at,
          actor,
          action: done,
          subject: tokenSubject(one.token),
          before,
          after,
          group,
        }),
      )
    })
    const changed = await change.apply(updates)
    announce('tokens', 'activity')
    return {
      value: { group, tokens: changed.map(({ id, version }) => ({ id, version })) },
      enforced: await gateway.forget(),
    }
  }

  const planner = async (action: BulkAction, at: number) =>
    plannerOf(action, await store.policy.get(), at)

  return { preview, run }
}

/** An edited row keeps its version; every other obstacle came after the preview. */
const refusalFor = (obstacle: BulkItem['obstacle']) =>
  obstacle === 'token_tampered' ? obstacle : 'changed_meanwhile'

const isInUse = ({ lastUsedAt }: Pick<Token, 'lastUsedAt'>, at: number) =>
  lastUsedAt !== null && lastUsedAt > at - day

function itemOf(
  { token, row, sealed }: Gathered,
  plan: ReturnType<ReturnType<typeof plannerOf>>,
  at: number,
): BulkItem {
  const { id, name, userId, status, lastUsedAt, lastUsedFrom, expiresAt, contact } = token
  return {
    id,
    version: sealed.version,
    name,
    userId,
    userName: row.userName,
    status,
    lastUsedAt,
    lastUsedFrom,
    isInUse: isInUse(token, at),
    expiresAt,
    contact,
    newExpiresAt: plan.obstacle === null ? (plan.newExpiresAt ?? null) : null,
    obstacle: plan.obstacle,
  }
}

const byUrgency = (one: BulkItem, other: BulkItem) =>
  Number(one.obstacle !== null) - Number(other.obstacle !== null) ||
  (other.lastUsedAt ?? 0) - (one.lastUsedAt ?? 0) ||
  one.name.localeCompare(other.name)
