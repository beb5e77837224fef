import { basename } from 'node:path'
import type {
  ActivityEntry,
  ActivityExport,
  ActivityExportAsked,
  ActivityFilter,
} from '../contract/activity'
import type { Signing } from '../crypto/types'
import { activityEntry, isoMoment, soleSubject, type Actor } from './activity-entry'
import { writeActivityCsv, writeActivityLines } from './activity-files'
import { datedName, type FileChooser } from './csv-file'
import type { Means } from './means'
import { Refusal } from './refusal'
import { proofPathOf } from './verify-activity-file'
import { orRemove } from './whole-file'

export type ActivityExportGiven = Pick<Means, 'store' | 'session' | 'now' | 'announce'> & {
  files: FileChooser
  signing: Signing
  report: (error: unknown) => void
}

/** Read in one go, some milliseconds' worth: the window and the calls have their turn between. */
const readAtOnce = 250
/** Told to the window no oftener than it can be read. */
const rowsBetweenTellings = 5_000

/** One at a time; it goes on while the window shows something else. */
export function createActivityExport(given: ActivityExportGiven) {
  const { store, session, files, signing, now, announce, report } = given
  let last: ActivityExport | null = null
  let isCancelled = false
  let settled: Promise<void> = Promise.resolve()

  function tell(how: Partial<ActivityExport>) {
    last = last && { ...last, ...how }
    announce('activity_export')
  }

  async function begin({ filter, format }: ActivityExportAsked): Promise<boolean> {
    const actor = await session.actor()
    assertNoneRuns()
    const path = await files.chooseToWrite(datedName('activity', now(), format))
    if (path === null) return false
    const totalRows = await store.activity.count(filter)
    // Another one may have begun while the dialog was open.
    assertNoneRuns()
    const proof = format === 'jsonl' ? basename(proofPathOf(path)) : null
    last = { state: 'running', file: basename(path), proof, rows: 0, totalRows, failure: null }
    isCancelled = false
    announce('activity_export')
    settled = run(path, filter, format, actor)
    return true
  }

  function assertNoneRuns() {
    if (last?.state === 'running') throw new Refusal('activity_export_running')
  }

  async function* pieces(filter: ActivityFilter, direction: 'asc' | 'desc') {
    let rows = 0
    let told = 0
    for await (const some of store.activity.each(filter, direction, readAtOnce)) {
      if (isCancelled) throw new Cancelled()
      yield some satisfies ActivityEntry[]
      rows += some.length
      if (last) last = { ...last, rows }
      if (rows - told < rowsBetweenTellings) continue
      told = rows
      announce('activity_export')
    }
  }

  async function run(
    path: string,
    filter: ActivityFilter,
    format: ActivityExportAsked['format'],
    actor: Actor,
  ) {
    try {
      const sha256 =
        format === 'csv'
          ? await writeActivityCsv(path, pieces(filter, 'desc')).then(() => null)
          : await writeLines(path, filter)
      const written = format === 'csv' ? [path] : [path, proofPathOf(path)]
      await orRemove(written, () => store.activity.append(exported(actor, filter, sha256)))
      tell({ state: 'done' })
      announce('activity')
    } catch (error) {
      if (error instanceof Cancelled) tell({ state: 'cancelled' })
      else {
        if (!(error instanceof Refusal)) report(error)
        tell({ state: 'stopped', failure: error instanceof Refusal ? error.code : 'internal' })
      }
    }
  }

  async function writeLines(path: string, filter: ActivityFilter): Promise<string> {
    const anchor = await store.activity.anchor()
    const { sha256 } = await writeActivityLines({
      path,
      pieces: pieces(filter, 'asc'),
      signing,
      anchor,
      isFiltered: filterWords(filter).length > 0,
      at: now,
    })
    return sha256
  }

  const exported = (actor: Actor, filter: ActivityFilter, sha256: string | null) =>
    activityEntry({
      at: now(),
      actor,
      action: 'list.exported',
      subject: soleSubject('list', 'Activity'),
      after: {
        file: last?.file ?? '',
        rows: last?.rows ?? 0,
        ...(last?.proof && { proofFile: last.proof }),
        ...(sha256 && { sha256 }),
        ...(filterWords(filter).length > 0 && { filter: filterWords(filter) }),
      },
    })

  /** One that is over is forgotten. */
  async function cancel(): Promise<void> {
    if (last?.state === 'running') {
      isCancelled = true
      await settled
    } else last = null
    announce('activity_export')
  }

  return {
    begin,
    cancel,
    state: () => last,
    close: async () => {
      isCancelled = true
      await settled
    },
  }
}

class Cancelled extends Error {}

/** By which the entries were narrowed, for whoever reads later what was taken along. */
const filterWords = ({ from, to, ...rest }: ActivityFilter): string[] => [
  ...Object.entries(rest).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  ),
  ...(from === undefined ? [] : [`from: ${isoMoment(from)}`]),
  ...(to === undefined ? [] : [`to: ${isoMoment(to)}`]),
]
