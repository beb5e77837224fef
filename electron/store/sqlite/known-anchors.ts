import type { ChainState } from '../../contract/activity'
import type { AnchorFile } from '../anchor-file'
import type { Anchor } from '../registry'

type From = 'anchor' | 'proof'
type Known = { mac: Buffer; from: From }

/** What is known of the log from outside the database, by the number of the entry. */
export type KnownAnchors = Awaited<ReturnType<typeof readAnchors>>

export async function readAnchors(file: AnchorFile, elsewhere: readonly Anchor[]) {
  const known = new Map<number, Known[]>()
  let furthest: { seq: number; from: From } | null = null
  const summary: ChainState['anchors'] = { count: 0, last: null, fault: null, line: null }

  function add({ seq, mac }: Anchor, from: From) {
    known.set(seq, [...(known.get(seq) ?? []), { mac, from }])
    if (furthest === null || seq > furthest.seq) furthest = { seq, from }
  }

  for (const anchor of elsewhere) add(anchor, 'proof')
  for await (const { anchor, fault, line } of file.read()) {
    if (fault !== null && summary.fault === null) Object.assign(summary, { fault, line })
    if (anchor === null) continue
    add(anchor, 'anchor')
    summary.count += 1
    summary.last = { entry: anchor.seq, at: anchor.at }
  }
  if (summary.count === 0 && summary.fault === null) summary.fault = 'missing'

  return {
    summary,
    furthest: furthest as { seq: number; from: From } | null,
    at: (seq: number): readonly Known[] => known.get(seq) ?? [],
  }
}
