import { basename } from 'node:path'
import type { Enforced } from '../contract/enforced'
import type { TokenId } from '../contract/id'
import {
  leakLimits,
  type FoundLeak,
  type FoundLeaksAsked,
  type LeakFinding,
  type LeakScan,
  type RevocableLeaks,
  type RevokedLeaks,
} from '../contract/leak'
import type { Page } from '../contract/page'
import type { FoundToken } from '../contract/token'
import type { TokenFormat } from '../crypto/types'
import { found } from './accepted'
import { activityGroup } from './activity-entry'
import type { RevokeTokens } from './bulk-revocation'
import type { JudgeSecret } from './leak-findings'
import { scanText, type ScanResult } from './leak-scan'
import type { Means } from './means'
import { Refusal } from './refusal'
import type { RunScan } from './scan-order'

export type LeakService = ReturnType<typeof createLeakService>

type Given = Pick<Means, 'store' | 'now' | 'announce'> & {
  format: Pick<TokenFormat, 'parse'>
  judge: JudgeSecret
  revokeTokens: RevokeTokens
  dialogs: { chooseToRead(): Promise<string | null>; chooseFolder(): Promise<string | null> }
  /** Somewhere else than on the window's thread. */
  run: RunScan
  newId: () => string
}

/** The one scan of this session: what the window sees of it, and what was found. */
type Kept = {
  scan: Omit<LeakScan, 'revocable'>
  findings: LeakFinding[]
  cancel: () => void
}

export function createLeakService(given: Given) {
  const { store, now, announce, format, judge, revokeTokens, dialogs, run, newId } = given
  let last: Kept | null = null

  const keptAs = (id: string) => found(last?.scan.id === id ? last : null)

  /** Scans one after the other: each may keep a disk busy on its own. */
  function assertIdle() {
    if (last?.scan.state === 'running') throw new Refusal('scan_running')
  }

  function begin(paths: string[]): { id: string } {
    assertIdle()
    const running = run(
      { paths },
      {
        judge,
        progress(progress) {
          one.scan = { ...one.scan, ...progress }
          announce('leaks')
        },
      },
    )
    const id = newId()
    const one: Kept = {
      scan: { ...begun(id, now()), name: basename(paths[0]!) || paths[0]!, paths: paths.length },
      findings: [],
      cancel: running.cancel,
    }
    last = one
    void running.ended.then((result) => settle(one, result))
    announce('leaks')
    return { id }
  }

  function settle(one: Kept, result: ScanResult | null) {
    if (result === null) one.scan = { ...one.scan, state: 'stopped', failure: { code: 'internal' } }
    else Object.assign(one, ended(one.scan, result))
    announce('leaks')
  }

  async function chosen(path: string | null): Promise<{ id: string } | null> {
    return path === null ? null : begin([path])
  }

  async function scanPasted(text: string): Promise<{ id: string }> {
    assertIdle()
    const result = await scanText(text, { parse: format.parse, judge })
    const id = newId()
    last = { ...ended(begun(id, now()), result), cancel: () => undefined }
    announce('leaks')
    return { id }
  }

  async function current(): Promise<LeakScan | null> {
    if (last === null) return null
    return { ...last.scan, revocable: (await revocableOf(last)).length }
  }

  async function list({ id, page, pageSize }: FoundLeaksAsked): Promise<Page<FoundLeak>> {
    const { findings } = keptAs(id)
    const some = findings.slice(page * pageSize, (page + 1) * pageSize)
    const rows = await Promise.all(
      some.map(async (finding) => ({
        ...finding,
        known: finding.match === 'not_here' ? null : await known(finding.tokenId),
      })),
    )
    return { rows, total: findings.length }
  }

  /**
   * Tokens with a secret that works, or would. Somebody else's text with an ID of ours in it must not be
   * enough to have a token revoked: IDs are public, and a checksum is quickly made.
   */
  async function revocableOf({ findings }: Kept): Promise<FoundToken[]> {
    const tokens = await Promise.all(
      findings.filter(({ match }) => match === 'own_secret').map(({ tokenId }) => known(tokenId)),
    )
    return tokens
      .filter((one) => one !== null)
      .filter(({ token }) => token.revokedAt === null)
      .slice(0, leakLimits.revoked)
      .toSorted((a, b) => (b.token.lastUsedAt ?? 0) - (a.token.lastUsedAt ?? 0))
  }

  async function revocable(id: string): Promise<RevocableLeaks> {
    const rows = await revocableOf(keptAs(id))
    return { rows, total: rows.length }
  }

  async function revoke(id: string): Promise<Enforced<RevokedLeaks>> {
    const tokens = await revocableOf(keptAs(id))
    const { value: revoked, enforced } = await revokeTokens(
      tokens.map(({ token }) => token.id),
      activityGroup('scan', newId()),
    )
    announce('leaks')
    return { value: { revoked }, enforced }
  }

  async function known(id: TokenId): Promise<FoundToken | null> {
    const token = await store.tokens.get(id, now())
    const user = token && (await store.users.get(token.userId))
    return token && user ? { token, userName: user.displayName } : null
  }

  return {
    scanFile: async () => chosen(await dialogs.chooseToRead()),
    scanFolder: async () => chosen(await dialogs.chooseFolder()),
    scanDropped: async (paths: string[]) => begin(paths),
    scanPasted,
    current,
    list,
    cancel: async (id: string) => keptAs(id).cancel(),
    revocable,
    revoke,
    /** Where files lie is nothing for whoever signs in next. */
    forget() {
      last?.cancel()
      last = null
    },
  }
}

const begun = (id: string, startedAt: number): Kept['scan'] => ({
  id,
  name: null,
  paths: 0,
  state: 'running',
  startedAt,
  files: 0,
  bytes: 0,
  totalBytes: null,
  tokens: 0,
  links: 0,
  unread: [],
  unreadCount: 0,
  unlisted: 0,
  matches: { own_secret: 0, old_secret: 0, other_secret: 0, not_here: 0 },
  failure: null,
})

function ended(scan: Kept['scan'], { findings, ...result }: ScanResult) {
  const matches = { ...scan.matches }
  for (const { match } of findings) matches[match] += 1
  return { scan: { ...scan, ...result, matches }, findings }
}
