import type { AnchorFile } from '../anchor-file'
import type { Anchor, AnchorsFound } from '../registry'
import { build, type Sql } from './sql'

/** So long an entry may wait for its anchor: a busy log is not synced to disk at every entry. */
const seconds = 5

/** Keeps anchors of what was committed, a little after it was. */
export function createActivityAnchors({ sql, file }: { sql: Sql; file: AnchorFile }) {
  const heads = build
    .selectFrom('activity')
    .select(['seq', 'at', 'mac'])
    .orderBy('seq', 'desc')
    .limit(1)
  const head = (): Anchor | null => sql.first(heads) ?? null
  let timer: NodeJS.Timeout | null = null

  function keep(): Anchor | null {
    if (timer) clearTimeout(timer)
    timer = null
    const anchor = head()
    const last = file.newest()
    if (anchor && !(last && last.seq === anchor.seq && last.mac.equals(anchor.mac)))
      file.append(anchor)
    return anchor
  }

  /** A disk that is full now is another time not; verifying tells how far the anchors go. */
  function keepIfPossible(): void {
    try {
      keep()
    } catch {
      timer = null
    }
  }

  function firstAfter(seq: number): number | null {
    const next = build
      .selectFrom('activity')
      .select('at')
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(1)
    return sql.first(next)?.at ?? null
  }

  return {
    keep,

    /** To be said inside the transaction too: it is written when that is over. */
    appended(): void {
      timer ??= setTimeout(keepIfPossible, seconds * 1000).unref()
    },

    found(): AnchorsFound {
      const last = file.newest()
      return {
        isThere: last !== null,
        last,
        head: head(),
        unanchoredSince: last && firstAfter(last.seq),
      }
    },

    begin(): void {
      if (!file.isThere()) file.begin()
      keep()
    },

    close(): void {
      if (timer) keepIfPossible()
    },
  }
}

export type ActivityAnchors = ReturnType<typeof createActivityAnchors>
