import { ActivityAsked } from '../contract/activity'
import type { AnchorsFound, Registry } from '../store/registry'
import { activityEntry, keyward, soleSubject } from './activity-entry'

/** An entry has its anchor within seconds, and at the latest when Keyward quits. */
const longestUnanchored = 60_000

/**
 * At every start, before anything else is written: anchors that are not as Keyward left them are on
 * record from then on. What was cut off before the file was taken away cannot be known from it.
 */
export async function beginAnchors({ store, now }: { store: Registry; now: () => number }) {
  const found = await store.activity.anchorsFound()
  const isFirst = !found.isThere && !(await wereBegun(store))
  const what = isFirst ? 'none' : whatIsWrong(found)
  if (what !== null)
    await store.activity.append(
      activityEntry({
        at: now(),
        actor: keyward,
        action: isFirst ? 'anchors.begun' : 'anchors.not_as_left',
        subject: soleSubject('anchors', 'Anchors'),
        ...(!isFirst && {
          after: {
            found: what,
            lastAnchor: found.last?.seq ?? null,
            lastEntry: found.head?.seq ?? null,
          },
        }),
      }),
    )
  await store.activity.beginAnchors()
}

async function wereBegun(store: Registry): Promise<boolean> {
  const asked = ActivityAsked.parse({ action: 'anchors.begun', pageSize: 1 })
  return (await store.activity.list(asked)).total > 0
}

function whatIsWrong({ isThere, last, head, unanchoredSince }: AnchorsFound): string | null {
  if (!isThere || last === null) return 'missing'
  if (last.seq > (head?.seq ?? 0)) return 'ahead'
  const waited = head && unanchoredSince !== null ? head.at - unanchoredSince : 0
  return waited > longestUnanchored ? 'behind' : null
}
