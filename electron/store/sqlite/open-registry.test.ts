import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { gatewayFile, registryFile } from './database-file'
import { openForGateway, openRegistry } from './open-registry'
import { newFolder } from './profile.fixture'
import { StoreFailure } from './store-failure'

const write = "insert into setting (key, value) values ('a', '1')"

/** A profile that was used once and closed. */
function usedFolder(): string {
  const folder = newFolder()
  openRegistry(folder).close()
  return folder
}

function opened(folder: string) {
  const db = openRegistry(folder)
  onTestFinished(() => void db.close())
  return db
}

const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

function failureOf(open: () => unknown): StoreFailure {
  try {
    open()
  } catch (error) {
    expect(error).toBeInstanceOf(StoreFailure)
    return error as StoreFailure
  }
  throw new Error('it opened')
}

/** Opening must fail with this code and leave every byte of the file as it was. */
function expectRefused(folder: string, file: string, code: string) {
  const path = join(folder, file)
  const before = hash(path)
  const failure = failureOf(() => openRegistry(folder))
  expect(failure.code).toBe(code)
  expect(hash(path)).toBe(before)
  return failure
}

describe('durability', () => {
  test('every connection still waits for the disk after its first write', () => {
    const folder = newFolder()
    const db = opened(folder)
    db.exec(write)
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.pragma('gw.synchronous', { simple: true })).toBe(2)

    const { registry, gateway } = openForGateway(folder)
    onTestFinished(() => void [registry.close(), gateway.close()])
    registry.prepare('select * from setting').all()
    gateway.exec('insert into call_hour (hour, allowed, refused) values (1, 0, 0)')
    expect(registry.pragma('synchronous', { simple: true })).toBe(2)
    expect(gateway.pragma('synchronous', { simple: true })).toBe(2)
  })

  test('a profile that is opened again still waits for the disk', () => {
    const db = opened(usedFolder())
    db.exec(write)
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
  })

  test('SQLite keeps to foreign keys and trusts no schema', () => {
    const db = opened(newFolder())
    for (const [pragma, value] of [
      ['foreign_keys', 1],
      ['recursive_triggers', 1],
      ['trusted_schema', 0],
      ['busy_timeout', 2000],
    ])
      expect(db.pragma(String(pragma), { simple: true })).toBe(value)
  })
})

test('only the owner may read any file of the profile', () => {
  const folder = newFolder()
  const db = opened(folder)
  db.exec(write)
  const { registry, gateway } = openForGateway(folder)
  onTestFinished(() => void [registry.close(), gateway.close()])
  gateway.exec('insert into call_hour (hour, allowed, refused) values (1, 0, 0)')
  const modes = readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mode & 0o777])
  expect(Object.fromEntries(modes)).toEqual({
    'registry.db': 0o600,
    'registry.db-wal': 0o600,
    'registry.db-shm': 0o600,
    'gateway.db': 0o600,
    'gateway.db-wal': 0o600,
    'gateway.db-shm': 0o600,
  })
})

test('a file that others could read is closed to them', () => {
  const folder = usedFolder()
  chmodSync(join(folder, 'registry.db'), 0o644)
  opened(folder)
  expect(statSync(join(folder, 'registry.db')).mode & 0o777).toBe(0o600)
})

test('the gateway reads the registry and cannot write it', () => {
  const { registry, gateway } = openForGateway(usedFolder())
  onTestFinished(() => void [registry.close(), gateway.close()])
  expect(() => registry.exec(write)).toThrow('readonly')
})

describe('a file that is refused stays as it was', () => {
  test.each(['registry.db', 'gateway.db'])('%s of a newer Keyward', (file) => {
    const folder = usedFolder()
    const db = new Database(join(folder, file))
    db.pragma('user_version = 99')
    db.close()
    const failure = expectRefused(folder, file, 'database_newer')
    const { migrations } = [registryFile, gatewayFile].find(({ name }) => name === file)!
    expect(failure.detail).toEqual({ file, found: 99, known: migrations.length })
    expect(failureOf(() => openForGateway(folder)).code).toBe('database_newer')
  })

  test('a newer one whose last changes are still in the log beside it', () => {
    const folder = usedFolder()
    const path = join(folder, 'registry.db')
    const db = new Database(path)
    db.pragma('user_version = 99')
    const newer = newFolder()
    for (const end of ['', '-wal']) copyFileSync(path + end, join(newer, `registry.db${end}`))
    db.close()
    const log = hash(join(newer, 'registry.db-wal'))
    expectRefused(newer, 'registry.db', 'database_newer')
    expect(hash(join(newer, 'registry.db-wal'))).toBe(log)
  })

  test.each(['registry.db', 'gateway.db'])('%s that is no database', (file) => {
    const folder = usedFolder()
    writeFileSync(join(folder, file), 'Dear diary, '.repeat(1000))
    expect(expectRefused(folder, file, 'database_damaged').detail).toEqual({ file })
  })

  test('a database that was cut off', () => {
    const folder = usedFolder()
    truncateSync(join(folder, 'registry.db'), 4096 * 3)
    expectRefused(folder, 'registry.db', 'database_damaged')
  })

  test('a database with a page of rubbish', () => {
    const folder = usedFolder()
    const path = join(folder, 'registry.db')
    const bytes = readFileSync(path)
    bytes.fill(0xa5, 4096, 8192)
    writeFileSync(path, bytes)
    expectRefused(folder, 'registry.db', 'database_damaged')
  })

  test('a database of another application', () => {
    const folder = newFolder()
    const db = new Database(join(folder, 'registry.db'))
    db.exec('create table bookmarks (url)')
    db.close()
    expectRefused(folder, 'registry.db', 'database_damaged')
  })

  test('the gateway database in the place of the registry', () => {
    const folder = usedFolder()
    copyFileSync(join(folder, 'gateway.db'), join(folder, 'registry.db'))
    expectRefused(folder, 'registry.db', 'database_damaged')
  })

  test('an emptied registry beside the records it was made for', () => {
    const folder = usedFolder()
    truncateSync(join(folder, 'registry.db'), 0)
    expectRefused(folder, 'registry.db', 'database_damaged')
  })

  test('an emptied registry whose rows wait in the log beside it', () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'registry.db'), '')
    writeFileSync(join(folder, 'registry.db-wal'), 'rows')
    expectRefused(folder, 'registry.db', 'database_damaged')
    expect(existsSync(join(folder, 'gateway.db'))).toBe(false)
  })
})

test('an empty file is taken for a new registry', () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'registry.db'), '')
  expect(opened(folder).prepare('select count(*) from user').pluck().get()).toBe(0)
})

test('a first start that was cut short before its tables starts again', () => {
  const folder = newFolder()
  const db = new Database(join(folder, 'registry.db'))
  db.pragma('journal_mode = WAL')
  db.close()
  expect(opened(folder).pragma('user_version', { simple: true })).toBe(
    registryFile.migrations.length,
  )
})

test('a folder that cannot be written to is said to be one', () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'a file'), '')
  expect(failureOf(() => openRegistry(join(folder, 'a file', 'profile'))).code).toBe(
    'profile_not_writable',
  )
})

test('a folder without the right to write is left alone', () => {
  const folder = usedFolder()
  chmodSync(folder, 0o555)
  const asRoot = process.geteuid?.() === 0
  try {
    // Permissions bind everyone but root.
    if (asRoot) process.seteuid?.(65_534)
    expect(failureOf(() => openRegistry(folder)).code).toBe('profile_not_writable')
  } finally {
    if (asRoot) process.seteuid?.(0)
    chmodSync(folder, 0o700)
  }
})

test('a profile that another process holds is not waited for without end', () => {
  const folder = usedFolder()
  const other = new Database(join(folder, 'registry.db'))
  onTestFinished(() => void other.close())
  other.pragma('locking_mode = EXCLUSIVE')
  other.exec(write)
  expect(failureOf(() => openRegistry(folder)).code).toBe('profile_in_use')
})
