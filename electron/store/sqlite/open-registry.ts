import type Database from 'better-sqlite3'
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
} from 'node:fs'
import { join } from 'node:path'
import { connect } from './connection'
import { gatewayFile, registryFile, type DatabaseFile } from './database-file'
import { assertKnownVersion, inspectFile } from './inspect-file'
import { migrate } from './migrate'
import { asStoreFailure, StoreFailure } from './store-failure'

/** The registry with the gateway's database attached as `gw`, both at the version of this Keyward. */
export function openRegistry(folder: string): Database.Database {
  return meaning(registryFile, () => {
    prepareFolder(folder)
    const [registryPath, gatewayPath] = [pathOf(folder, registryFile), pathOf(folder, gatewayFile)]
    const registry = inspectFile(registryPath, registryFile)
    const gateway = meaning(gatewayFile, () => inspectFile(gatewayPath, gatewayFile))
    // The registry is always made first, so it was here. Another one in its place would give the
    // records of the old one to new entities.
    if (registry === 'new' && gateway === 'sound')
      throw new StoreFailure('database_damaged', { file: registryFile.name })

    const db = openCurrent(registryPath, registryFile)
    try {
      meaning(gatewayFile, () => openCurrent(gatewayPath, gatewayFile).close())
      db.prepare('attach ? as gw').run(gatewayPath)
      db.pragma('gw.synchronous = FULL')
      return db
    } catch (error) {
      db.close()
      throw error
    }
  })
}

/** Throws the `StoreFailure` that opening would throw; opens nothing and changes nothing. */
export const inspectRegistry = (folder: string): void =>
  meaning(registryFile, () => void inspectFile(pathOf(folder, registryFile), registryFile))

/** What the gateway process opens, after the registry was opened: one to read, one of its own. */
export function openForGateway(folder: string) {
  const registry = meaning(registryFile, () => openExisting(folder, registryFile, true))
  try {
    return {
      registry,
      gateway: meaning(gatewayFile, () => openExisting(folder, gatewayFile, false)),
    }
  } catch (error) {
    registry.close()
    throw error
  }
}

/** What an import or export opens: records alone, on a connection of its own. */
export const openForTransfer = (folder: string): Database.Database =>
  meaning(gatewayFile, () => openExisting(folder, gatewayFile, false))

/** What an import of users opens: the registry alone, on a connection of its own. */
export const openForUserImport = (folder: string): Database.Database =>
  meaning(registryFile, () => openExisting(folder, registryFile, false))

function openCurrent(path: string, file: DatabaseFile): Database.Database {
  // SQLite gives -wal and -shm the mode of the file they belong to.
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600))
  for (const kept of [path, `${path}-wal`, `${path}-shm`].filter((one) => existsSync(one)))
    chmodSync(kept, 0o600)
  const db = connect(path)
  try {
    migrate(db, file)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function openExisting(folder: string, file: DatabaseFile, readonly: boolean): Database.Database {
  const db = connect(pathOf(folder, file), { readonly })
  try {
    assertKnownVersion(db, file)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function prepareFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
}

const pathOf = (folder: string, file: DatabaseFile) => join(folder, file.name)

function meaning<T>(file: DatabaseFile, open: () => T): T {
  try {
    return open()
  } catch (error) {
    throw asStoreFailure(error, file.name)
  }
}
