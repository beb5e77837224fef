import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ChainBreak, ChainState } from '../../contract/activity'
import { chainStart, type Chain } from './activity-log'
import { draftFrom, isAsWritten, type ActivityRow } from './activity-row'
import { chainBreak, type Link } from './chain-break'
import type { KnownAnchors } from './known-anchors'

/** Checked in one go, some milliseconds' worth: the window must not feel it. */
export const piece = 250

/** Goes from the first entry to the last, and then looks for what should follow. */
export async function checkChain({
  chain,
  rowsAfter,
  anchors,
}: {
  chain: Chain
  rowsAfter: (seq: number) => ActivityRow[]
  anchors: KnownAnchors
}): Promise<ChainState> {
  let link: Link = { seq: 0, mac: chainStart }
  // From before the first number that Keyward gives: an entry may have been put there too.
  let seen = -Infinity
  const state: ChainState = {
    checked: 0,
    first: null,
    last: null,
    brokenAt: null,
    break: null,
    anchors: anchors.summary,
    proof: null,
    notAsLeft: null,
  }
  let agreed = 0
  let regrown: ChainBreak | null = null

  function holdAgainstAnchors(row: ActivityRow) {
    for (const { mac, from } of anchors.at(row.seq))
      if (mac.equals(row.mac)) agreed = row.seq
      else regrown ??= { kind: 'cut_off', entry: agreed + 1, missing: null, knownFrom: from }
  }

  for (;;) {
    const rows = rowsAfter(seen)
    for (const [place, row] of rows.entries()) {
      // The MAC covers the number too, so a removed entry shows in the one after it.
      if (!isAsWritten(row) || !row.mac.equals(chain(link.mac, row.seq, draftFrom(row)))) {
        const next = rows[place + 1] ?? rowsAfter(row.seq)[0] ?? null
        const anchored = anchors.at(row.seq)[0]?.mac ?? null
        const lastAnchored = anchors.furthest?.seq ?? 0
        const found = chainBreak({ chain, previous: link, row, next, anchored, lastAnchored })
        return { ...state, brokenAt: row.seq, break: found }
      }
      holdAgainstAnchors(row)
      if (row.action === 'anchors.not_as_left') state.notAsLeft = { entry: row.seq, at: row.at }
      state.first ??= { entry: row.seq, at: row.at }
      state.last = { entry: row.seq, at: row.at }
      state.checked += 1
      link = { seq: row.seq, mac: row.mac }
      seen = row.seq
    }
    if (rows.length < piece) break
    await nextTurn()
  }
  const found = regrown ?? cutOff(link, anchors)
  return { ...state, brokenAt: found && found.entry, break: found }
}

function cutOff({ seq }: Link, { furthest }: KnownAnchors): ChainBreak | null {
  if (furthest === null || furthest.seq <= seq) return null
  return {
    kind: 'cut_off',
    entry: seq + 1,
    missing: furthest.seq - seq,
    knownFrom: furthest.from,
  }
}
