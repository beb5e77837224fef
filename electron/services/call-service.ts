import type { RefusedCall, RefusedCallsAsked } from '../contract/gateway'
import type { PageAsked } from '../contract/page'
import type { WrittenFile } from '../contract/written-file'
import { activityEntry, isoMoment, soleSubject } from './activity-entry'
import { datedName, writeCsv, type FileChooser } from './csv-file'
import type { Means } from './means'

export type CallService = ReturnType<typeof createCallService>

const readAtOnce = 500

const columns = [
  'first_at',
  'last_at',
  'calls',
  'token_id',
  'token',
  'method',
  'entity',
  'permission',
  'reason',
  'status',
  'source',
]

export function createCallService({
  store,
  session,
  files,
  now,
  announce,
}: Pick<Means, 'store' | 'session' | 'now' | 'announce'> & { files: FileChooser }) {
  const refused = (asked: RefusedCallsAsked) => store.calls.refused(asked)

  const expiredButCalled = (asked: PageAsked) => store.calls.expiredButCalled(asked, now())

  /** Exactly what is filtered, however many pages that is. */
  async function exportRefused(asked: RefusedCallsAsked): Promise<WrittenFile> {
    const actor = await session.actor()
    const file = await writeCsv(files, datedName('refused-calls', now()), columns, rows(asked))
    if (file === null) return null
    await store.activity.append(
      activityEntry({
        at: now(),
        actor,
        action: 'list.exported',
        subject: soleSubject('list', 'Refused calls'),
        after: { file: file.name, rows: file.rows },
      }),
    )
    announce('activity')
    return file
  }

  async function* rows(asked: RefusedCallsAsked) {
    let before: number | null = null
    for (;;) {
      const calls: RefusedCall[] = await store.calls.refusedBefore(asked, before, readAtOnce)
      yield* calls.map(rowOf)
      if (calls.length < readAtOnce) return
      before = calls.at(-1)!.id
    }
  }

  return { refused, expiredButCalled, exportRefused }
}

const rowOf = (call: RefusedCall) => ({
  first_at: isoMoment(call.at),
  last_at: isoMoment(call.lastAt),
  calls: call.calls,
  token_id: call.tokenId,
  token: call.tokenName,
  method: call.method,
  entity: call.entity,
  permission: call.permission,
  reason: call.reason,
  status: call.status,
  source: call.source,
})
