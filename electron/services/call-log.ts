import type { GatewayState, RefusalReason } from '../contract/gateway'
import type { ClientId, EntityId, TokenId } from '../contract/id'
import type { Permission } from '../contract/permission'
import type {
  CallCount,
  ClientCount,
  GatewayData,
  RefusedRow,
  UnlistedRefusals,
} from '../store/gateway-data'
import type { KnownToken } from './verify'

/** One call that was refused, before equal ones are counted as one. */
export type RefusedNow = Omit<RefusedRow, 'at' | 'lastAt' | 'calls'>

/** Whose call it was, and with which of the token's secrets. */
export type Called = Pick<KnownToken, 'tokenId' | 'presented' | 'secretNumber'>

/** What an allowed call did; a call that only asks who it is does nothing to any entity. */
export type Use = { entityId: EntityId; permission: Permission } | null

type Given = Pick<GatewayData, 'keep'> & { now: () => number }

/** Rows kept between two writes. Beyond it a flood is only counted, and costs no more disk. */
const mostRows = 500

/** Of these, rows of callers that proved nothing: they must not crowd out a real token's. */
const mostStrangers = 100

/** Who only names a token, or credentials, has proved nothing: their IDs are no secrets. */
const onlyNamed: readonly RefusalReason[] = ['wrong_secret', 'wrong_client_secret']

const hour = 3_600_000

/**
 * Counts calls, last use and refusals in memory; `write` keeps what came since the last time in
 * one transaction. What cannot be written stays for the next time.
 */
export function createCallLog({ keep, now }: Given) {
  const figures = { allowed: 0, refused: 0, lastAt: null as number | null }
  const second = { calls: 0, perSecond: 0 }
  let counts = new Map<TokenId, CallCount>()
  let clients = new Map<ClientId, ClientCount>()
  let rows = new Map<string, RefusedRow>()
  let strangers = 0
  /** Refusals that got no row, by the start of their hour. */
  let unlisted = new Map<number, number>()
  let writing: Promise<boolean> = Promise.resolve(false)

  return {
    allowed({ tokenId, presented, secretNumber }: Called, source: string, use: Use) {
      const at = called()
      figures.allowed += 1
      const count = countOf(tokenId, at)
      count.allowed += 1
      count.lastUsedAt = at
      count.lastUsedFrom = source
      if (use) countUse(count, use, at)
      if (secretNumber > 1) countSecret(count, presented.number, source, at)
    },

    /** A system asked about a token, with credentials that count; what it was told is counted apart. */
    asked(clientId: ClientId, source: string) {
      const at = now()
      const calls = (clients.get(clientId)?.calls ?? 0) + 1
      clients.set(clientId, { clientId, calls, lastUsedAt: at, lastUsedFrom: source })
    },

    /** `known`: the token ID is one of ours. IDs that callers made up are not counted one by one. */
    refused(call: RefusedNow, known: boolean) {
      const at = called()
      figures.refused += 1
      if (known && call.tokenId) countOf(call.tokenId, at).refused += 1
      const same = rows.get(keyOf(call))
      if (same) {
        same.calls += 1
        same.lastAt = at
        return
      }
      const isStranger = !known || onlyNamed.includes(call.reason)
      if (rows.size >= mostRows || (isStranger && strangers >= mostStrangers)) {
        countUnlisted(at, 1)
        return
      }
      if (isStranger) strangers += 1
      rows.set(keyOf(call), { ...call, at, lastAt: at, calls: 1 })
    },

    /** True when something was written. Never two at a time. */
    write(): Promise<boolean> {
      writing = writing.catch(() => false).then(writeNow)
      return writing
    },

    /** Called once a second: closes the second for `perSecond`. */
    secondPassed() {
      second.perSecond = second.calls
      second.calls = 0
    },

    figures: (): GatewayState['calls'] => ({ ...figures, perSecond: second.perSecond }),
  }

  function called() {
    second.calls += 1
    return (figures.lastAt = now())
  }

  function countOf(tokenId: TokenId, calledAt: number): CallCount {
    let count = counts.get(tokenId)
    if (count) count.calledAt = Math.max(count.calledAt, calledAt)
    else {
      count = {
        tokenId,
        allowed: 0,
        refused: 0,
        lastUsedAt: null,
        lastUsedFrom: null,
        calledAt,
        uses: [],
        secrets: [],
      }
      counts.set(tokenId, count)
    }
    return count
  }

  function countUnlisted(at: number, refused: number) {
    const start = at - (at % hour)
    unlisted.set(start, (unlisted.get(start) ?? 0) + refused)
  }

  /** The earlier rows first, as far as there is room; what came since is counted. */
  function restore(earlier: Map<string, RefusedRow>) {
    const since = rows
    rows = earlier
    for (const [key, row] of since) {
      const same = rows.get(key)
      if (same) Object.assign(same, { calls: same.calls + row.calls, lastAt: row.lastAt })
      else if (rows.size < mostRows) rows.set(key, row)
      else countUnlisted(row.at, row.calls)
    }
  }

  async function writeNow(): Promise<boolean> {
    if (counts.size === 0 && rows.size === 0 && clients.size === 0) return false
    const [countsNow, rowsNow, strangersNow, unlistedNow] = [counts, rows, strangers, unlisted]
    const clientsNow = clients
    counts = new Map()
    clients = new Map()
    rows = new Map()
    strangers = 0
    unlisted = new Map()
    try {
      await keep([...countsNow.values()], [...rowsNow.values()], totals(unlistedNow), [
        ...clientsNow.values(),
      ])
      return true
    } catch (error) {
      for (const earlier of countsNow.values())
        add(countOf(earlier.tokenId, earlier.calledAt), earlier)
      clients = together(clientsNow, clients)
      for (const { at, refused } of totals(unlistedNow)) countUnlisted(at, refused)
      restore(rowsNow)
      strangers += strangersNow
      throw error
    }
  }
}

/** Calls that differ in nothing but their moment. */
const keyOf = (call: RefusedNow) =>
  JSON.stringify([
    call.tokenId,
    call.source,
    call.method,
    call.entity,
    call.permission,
    call.reason,
    call.status,
  ])

function countUse(count: CallCount, { entityId, permission }: Exclude<Use, null>, at: number) {
  const same = count.uses.find((one) => one.entityId === entityId && one.permission === permission)
  if (same) Object.assign(same, { calls: same.calls + 1, lastUsedAt: at })
  else count.uses.push({ entityId, permission, calls: 1, lastUsedAt: at })
}

function countSecret(count: CallCount, number: number, lastUsedFrom: string, lastUsedAt: number) {
  const same = count.secrets.find((one) => one.number === number)
  if (same) Object.assign(same, { calls: same.calls + 1, lastUsedAt, lastUsedFrom })
  else count.secrets.push({ number, calls: 1, lastUsedAt, lastUsedFrom })
}

const totals = (unlisted: Map<number, number>): UnlistedRefusals[] =>
  [...unlisted].map(([at, refused]) => ({ at, refused }))

/** The later ones say when and from where the last call came. */
function together(earlier: Map<ClientId, ClientCount>, later: Map<ClientId, ClientCount>) {
  const all = new Map(earlier)
  for (const [id, count] of later)
    all.set(id, { ...count, calls: count.calls + (earlier.get(id)?.calls ?? 0) })
  return all
}

function add(count: CallCount, earlier: CallCount) {
  count.allowed += earlier.allowed
  count.refused += earlier.refused
  for (const use of earlier.uses) {
    const same = count.uses.find(
      (one) => one.entityId === use.entityId && one.permission === use.permission,
    )
    if (same) same.calls += use.calls
    else count.uses.push(use)
  }
  for (const secret of earlier.secrets) {
    const same = count.secrets.find((one) => one.number === secret.number)
    if (same) Object.assign(same, { calls: same.calls + secret.calls })
    else count.secrets.push(secret)
  }
  if (count.lastUsedAt === null) {
    count.lastUsedAt = earlier.lastUsedAt
    count.lastUsedFrom = earlier.lastUsedFrom
  }
}

export type CallLog = ReturnType<typeof createCallLog>
