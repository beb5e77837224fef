import { basename } from 'node:path'
import type { UserImport } from '../contract/user-import'
import { found } from './accepted'
import { activityGroup, type Actor } from './activity-entry'
import type { FileChooser } from './csv-file'
import type { Means } from './means'
import { Refusal } from './refusal'
import type { RunUserImport, UserImportEnd, UserImportOrder } from './user-import-order'

export type UserImportService = ReturnType<typeof createUserImportService>

type Given = Pick<Means, 'store' | 'session' | 'announce'> & {
  files: Pick<FileChooser, 'chooseRecords'>
  newId: () => string
  /** Somewhere else than on the window's thread. */
  run: RunUserImport
  report: (error: unknown) => void
}

type Kept = {
  shown: UserImport
  path: string
  hash: string | null
  running: ReturnType<RunUserImport> | null
}

/** Users out of a file: one import at a time, checked as soon as the file is chosen. */
export function createUserImportService(given: Given) {
  const { store, session, announce, files, newId, run, report } = given
  let last: Kept | null = null

  const keptAs = (id: string) => found(last?.shown.id === id ? last : null)

  function assertIdle() {
    if (last?.running) throw new Refusal('user_import_running')
  }

  async function choose(): Promise<{ id: string } | null> {
    const by = await session.actor()
    assertIdle()
    const path = await files.chooseRecords()
    if (path === null) return null
    assertIdle()
    const file = basename(path)
    const one: Kept = { shown: begun(newId(), file), path, hash: null, running: null }
    last = one
    begin(one, orderOf(one, by, null), 'checked')
    return { id: one.shown.id }
  }

  async function start(id: string): Promise<void> {
    const by = await session.actor()
    const one = keptAs(id)
    const { state, faults, refused } = one.shown
    if (state !== 'checked' || faults.length > 0 || refused > 0 || one.hash === null)
      throw new Refusal('import_check_needed')
    one.shown = { ...one.shown, state: 'importing', part: 0 }
    begin(one, orderOf(one, by, one.hash), 'done')
  }

  const orderOf = (one: Kept, by: Actor, checkedHash: string | null): UserImportOrder => ({
    path: one.path,
    file: one.shown.file,
    by,
    checkedHash,
    group: activityGroup('user_import', one.shown.id),
  })

  function begin(one: Kept, order: UserImportOrder, goal: 'checked' | 'done') {
    const running = run(order, (progress) => {
      one.shown = { ...one.shown, ...progress }
      announce('transfers')
    })
    one.running = running
    announce('transfers')
    void running.ended.then((ended) => settle(one, ended, goal)).catch(report)
  }

  async function settle(one: Kept, ended: UserImportEnd | null, goal: 'checked' | 'done') {
    one.running = null
    if (ended === null)
      one.shown = { ...one.shown, state: 'stopped', failure: { code: 'internal' } }
    else {
      const { hash, failure, state, ...counted } = ended
      one.hash = hash
      one.shown = {
        ...one.shown,
        ...counted,
        state: state === 'done' ? goal : state,
        failure: failure && {
          code: failure.code,
          ...(failure.detail && { detail: failure.detail }),
        },
      }
    }
    if (one.shown.state !== 'done') return announce('transfers')
    announce('transfers', 'users', 'activity')
    // The thread wrote entries, and this connection keeps their anchors.
    await store.activity.anchor()
  }

  /** One that goes on is told to stop; one that is over is forgotten. */
  async function cancel(id: string): Promise<void> {
    await session.actor()
    const one = keptAs(id)
    const { running } = one
    if (running) {
      running.cancel()
      await running.ended
    }
    // What was done before it could be stopped is told.
    if (last === one && !(running && one.shown.state === 'done')) last = null
    announce('transfers')
  }

  /** What is being written is taken back; nothing of a file is told to whoever signs in next. */
  async function forget(): Promise<void> {
    const running = last?.running
    last = null
    running?.cancel()
    await running?.ended
  }

  return {
    choose,
    start,
    cancel,
    current: async (): Promise<UserImport | null> => last?.shown ?? null,
    forget,
  }
}

const begun = (id: string, file: string): UserImport => ({
  id,
  file,
  state: 'checking',
  rows: 0,
  part: 0,
  refused: 0,
  faults: [],
  ignored: [],
  failure: null,
})
