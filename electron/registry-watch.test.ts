import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { topics } from './contract/topic'
import { createSeals, deriveKeys } from './crypto/keys'
import { watchRegistry } from './registry-watch'
import { activityEntry, keyward, soleSubject } from './services/activity-entry'
import { createSqliteRegistry } from './store/sqlite/sqlite-registry'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const entry = activityEntry({
  at: 1,
  actor: keyward,
  action: 'settings.changed',
  subject: soleSubject('settings', 'Settings'),
})

function world() {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-watch-'))
  const seals = createSeals(deriveKeys(Buffer.alloc(32, 7)))
  const store = createSqliteRegistry({ folder, ...seals })
  const told: string[][] = []
  const faults: unknown[] = []
  const stop = watchRegistry({
    changeMarker: store.changeMarker,
    announce: (...changed) => void told.push(changed),
    report: (error) => void faults.push(error),
  })
  onTestFinished(() => {
    stop()
    store.close()
    rmSync(folder, { recursive: true })
  })
  return {
    folder,
    store,
    told,
    faults,
    stop,
    openAnother: () => createSqliteRegistry({ folder, ...seals }),
  }
}

it('what another process writes into the registry is announced once, to every view', async () => {
  const { told, openAnother } = world()
  const another = openAnother()
  vi.advanceTimersByTime(1_000)
  told.length = 0
  await another.activity.append(entry)
  vi.advanceTimersByTime(3_000)
  expect(told).toEqual([[...topics]])
  another.close()
})

it('what Keyward itself writes is not announced again, nor what the gateway writes into its file', async () => {
  const { folder, store, told } = world()
  await store.activity.append(entry)
  const gateway = new Database(join(folder, 'gateway.db'))
  gateway.exec(`insert into call_hour (hour, allowed, refused) values (1, 1, 0)`)
  gateway.close()
  vi.advanceTimersByTime(3_000)
  expect(told).toEqual([])
})

it('a registry that cannot be read is reported, and looking goes on', () => {
  const { store, faults } = world()
  store.close()
  vi.advanceTimersByTime(2_000)
  expect(faults).toHaveLength(2)
})
