import { attentionItems, unusedDeleteDays, type AttentionItem } from '../contract/attention'
import { filterOfView } from '../contract/expiry-view'
import { InventoryAsked, type InventoryRow } from '../contract/inventory'
import type { About } from '../contract/settings'
import type { Page } from '../contract/page'
import { isBackupOverdue, type BackupService } from './backup-service'
import { finishableRotations } from './finishable-rotations'
import type { Means } from './means'
import { refusedSpike, spikeSince } from './refused-spike'
import type { SessionService } from './session-service'

export type AttentionService = ReturnType<typeof createAttentionService>

const one = { page: 0, pageSize: 1 }
const order = attentionItems.map((item) => item.shape.kind.value)

/** What an administrator or auditor should look at today, the worst first. */
export function createAttentionService({
  store,
  session,
  backup,
  about,
  now,
}: Pick<Means, 'store' | 'now'> & {
  session: Pick<SessionService, 'current'>
  backup: Pick<BackupService, 'get'>
  about: Pick<About, 'keysKeptIn' | 'demo'>
}) {
  /** The first of them, and how many there are: by the very filter of the list behind it. */
  const tokens = (filter: Partial<InventoryAsked>) =>
    store.tokens.inventory(InventoryAsked.parse({ ...filter, ...one }), now())

  async function expiredCalled(): Promise<AttentionItem[]> {
    const { rows, total } = await store.calls.expiredButCalled(one, now())
    return rows.map(({ tokenId: id, tokenName: name, userId, lastCallAt }) => ({
      kind: 'expired_called',
      count: total,
      token: total === 1 ? { id, name, userId } : null,
      lastCallAt,
    }))
  }

  async function replacedCalled(): Promise<AttentionItem[]> {
    const { rows, total } = await store.calls.replacedButCalled(one, now())
    return rows.map(({ tokenId: id, tokenName: name, userId, lastCallAt }) => ({
      kind: 'replaced_called',
      count: total,
      token: total === 1 ? { id, name, userId } : null,
      lastCallAt,
    }))
  }

  async function refusedMoreThanUsual(): Promise<AttentionItem[]> {
    const [hours, observedSince] = await Promise.all([
      store.calls.hoursSince(spikeSince(now())),
      store.usage.observedSince(),
    ])
    const spike = refusedSpike(hours, { now: now(), observedSince })
    return spike === null ? [] : [{ kind: 'refused_spike', ...spike }]
  }

  async function expiring(): Promise<AttentionItem[]> {
    const found = await tokens({ ...filterOfView('within_7'), sort: 'expiresAt', direction: 'asc' })
    return found.rows.map(({ token }) => ({
      kind: 'expiring_7',
      ...counted(found),
      nextAt: token.expiresAt!,
    }))
  }

  async function unusedDelete(): Promise<AttentionItem[]> {
    const found = await tokens({ unusedDeleteDays })
    return found.total === 0 ? [] : [{ kind: 'unused_delete', ...counted(found) }]
  }

  async function rotationsReady(): Promise<AttentionItem[]> {
    const ready = await finishableRotations(store, now())
    const found = {
      total: ready.length,
      rows: await store.tokens.inventoryOf(ready.slice(0, 1), now()),
    }
    return found.total === 0 ? [] : [{ kind: 'rotation_ready', ...counted(found) }]
  }

  /** Applying a review is for administrators alone. */
  async function reviewsReady(): Promise<AttentionItem[]> {
    if ((await session.current())?.role !== 'administrator') return []
    const ready = (await store.reviews.list()).filter(
      ({ state, tokens: all, keep, narrow, revoke }) =>
        state === 'open' && all > 0 && keep + narrow + revoke === all,
    )
    const [first] = ready
    if (!first) return []
    const review = ready.length === 1 ? { id: first.id, name: first.name } : null
    return [{ kind: 'review_ready', count: ready.length, review }]
  }

  async function backupOverdue(): Promise<AttentionItem[]> {
    const kept = await backup.get()
    const first = await tokens({ show: 'all', sort: 'createdAt', direction: 'asc' })
    const firstTokenAt = first.rows[0]?.token.createdAt ?? null
    if (!isBackupOverdue(kept, firstTokenAt, now())) return []
    return [{ kind: 'backup_overdue', lastAt: kept.lastAt }]
  }

  const keysInFile = async (): Promise<AttentionItem[]> =>
    about.keysKeptIn === 'file' && !about.demo ? [{ kind: 'keys_in_file' }] : []

  async function list(): Promise<AttentionItem[]> {
    const found = await Promise.all([
      expiredCalled(),
      replacedCalled(),
      refusedMoreThanUsual(),
      expiring(),
      keysInFile(),
      unusedDelete(),
      rotationsReady(),
      reviewsReady(),
      backupOverdue(),
    ])
    return found.flat().toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  }

  return { list }
}

/** How many there are, and which it is where it is one. */
function counted({ rows, total }: Page<InventoryRow>) {
  const [row] = rows
  if (total !== 1 || !row) return { count: total, token: null }
  const { id, name, userId } = row.token
  return { count: total, token: { id, name, userId } }
}
