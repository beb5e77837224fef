import type { CallsByDayAsked } from '../contract/daily-calls'
import type { RefusedCall, RefusedCallsAsked } from '../contract/gateway'
import type { PageAsked } from '../contract/page'
import { hour } from '../contract/time'
import { isoMoment } from './activity-entry'
import { callsByDay } from './call-days'
import { createListExport, type ListExportGiven } from './list-export'

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

export function createCallService(given: ListExportGiven) {
  const { store, now } = given
  const exportList = createListExport(given)

  const refused = (asked: RefusedCallsAsked) => store.calls.refused(asked)

  const expiredButCalled = (asked: PageAsked) => store.calls.expiredButCalled(asked, now())

  const replacedButCalled = (asked: PageAsked) => store.calls.replacedButCalled(asked, now())

  const byDay = async ({ days }: CallsByDayAsked) =>
    callsByDay(days, await store.calls.hoursSince(Math.floor(days[0]! / hour)))

  /** Exactly what is filtered, however many pages that is. */
  const exportRefused = (asked: RefusedCallsAsked) =>
    exportList({
      title: 'Refused calls',
      fileName: 'refused-calls',
      columns,
      rows: rows(asked),
    })

  async function* rows(asked: RefusedCallsAsked) {
    let before: number | null = null
    for (;;) {
      const calls: RefusedCall[] = await store.calls.refusedBefore(asked, before, readAtOnce)
      yield* calls.map(rowOf)
      if (calls.length < readAtOnce) return
      before = calls.at(-1)!.id
    }
  }

  return { refused, expiredButCalled, replacedButCalled, byDay, exportRefused }
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
