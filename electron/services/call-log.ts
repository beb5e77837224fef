import type { GatewayState, RefusedCall } from '../contract/gateway'
import type { TokenId } from '../contract/id'
import type { CallCount, GatewayData, UnlistedRefusals } from '../store/gateway-data'

export type RefusedRow = Omit<RefusedCall, 'id' | 'tokenName' | 'userId'>

type Given = Pick<GatewayData, 'keep'> & { now: () => number }

/** Rows kept between two writes. Beyond it a flood is only counted, and costs no more disk. */
const mostRows = 500

/** Of these, rows of callers that proved nothing: they must not crowd out a real token's. */
const mostStrangers = 100

const hour = 3_600_000

/**
 * Counts calls, last use and refusals in memory; `write` keeps what came since the last time in
 * one transaction. What cannot be written stays for the next time.
 */
export function createCallLog({ keep, now }: Given) {
  const figures = { allowed: 0, refused: 0, lastAt: null as number | null }
  const second = { calls: 0, perSecond: 0 }
  let counts = new Map<TokenId, CallCount>()
  let rows: RefusedRow[] = []
  let strangers = 0
  /** Refusals that got no row, by the start of their hour. */
  let unlisted = new Map<number, number>()
  let writing: Promise<boolean> = Promise.resolve(false)

  return {
    allowed(tokenId: TokenId, source: string) {
      const at = called()
      figures.allowed += 1
      const count = countOf(tokenId)
      count.allowed += 1
      count.lastUsedAt = at
      count.lastUsedFrom = source
    },

    /** `known`: the token ID is one of ours. IDs that callers made up are not counted one by one. */
    refused(call: Omit<RefusedRow, 'at'>, known: boolean) {
      const at = called()
      figures.refused += 1
      if (known && call.tokenId) countOf(call.tokenId).refused += 1
      if (rows.length >= mostRows || (!known && strangers >= mostStrangers)) {
        countUnlisted(at, 1)
        return
      }
      if (!known) strangers += 1
      rows.push({ ...call, at })
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

  function countOf(tokenId: TokenId): CallCount {
    let count = counts.get(tokenId)
    if (!count) {
      count = { tokenId, allowed: 0, refused: 0, lastUsedAt: null, lastUsedFrom: null }
      counts.set(tokenId, count)
    }
    return count
  }

  function countUnlisted(at: number, refused: number) {
    const start = at - (at % hour)
    unlisted.set(start, (unlisted.get(start) ?? 0) + refused)
  }

  async function writeNow(): Promise<boolean> {
    if (counts.size === 0 && rows.length === 0) return false
    const [countsNow, rowsNow, strangersNow, unlistedNow] = [counts, rows, strangers, unlisted]
    counts = new Map()
    rows = []
    strangers = 0
    unlisted = new Map()
    try {
      await keep([...countsNow.values()], rowsNow, totals(unlistedNow))
      return true
    } catch (error) {
      for (const earlier of countsNow.values()) add(countOf(earlier.tokenId), earlier)
      for (const { at, refused } of totals(unlistedNow)) countUnlisted(at, refused)
      rows = [...rowsNow, ...rows]
      for (const { at } of rows.splice(mostRows)) countUnlisted(at, 1)
      strangers += strangersNow
      throw error
    }
  }
}

const totals = (unlisted: Map<number, number>): UnlistedRefusals[] =>
  [...unlisted].map(([at, refused]) => ({ at, refused }))

function add(count: CallCount, earlier: CallCount) {
  count.allowed += earlier.allowed
  count.refused += earlier.refused
  if (count.lastUsedAt === null) {
    count.lastUsedAt = earlier.lastUsedAt
    count.lastUsedFrom = earlier.lastUsedFrom
  }
}

export type CallLog = ReturnType<typeof createCallLog>
