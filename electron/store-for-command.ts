import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Now } from './clock'
import { Stop, stopFor } from './cli/stop'
import { fill, words } from './cli/words'
import type { SafeStorage } from './crypto/keychain'
import { createSeals, deriveKeys } from './crypto/keys'
import { createSigning } from './crypto/signing'
import { createVault, type OpenedVault } from './crypto/vault'
import { failureIn } from './ipc/failure-in'
import { runtimeCanOpenDatabases } from './runtime-guard'
import { beginAnchors } from './services/begin-anchors'
import { Refusal } from './services/refusal'
import { inspectRegistry } from './store/sqlite/open-registry'
import { createSqliteRegistry } from './store/sqlite/sqlite-registry'

type Given = {
  folder: string
  now: Now
  /** Null on plain Node, which reaches no keychain. */
  safeStorage: SafeStorage | null
}

/** What cannot be opened ends the command, with the sentence that the window would show. */
export async function openStore({ folder, now, safeStorage }: Given) {
  // A profile is made in the window, with its first administrator; nothing is made by a typing error.
  if (!existsSync(join(folder, 'registry.db')))
    throw new Stop('profile', fill(words.profile.missing, { folder }))
  try {
    if (!runtimeCanOpenDatabases()) throw new Refusal('runtime_too_old')
    const vault = openVault(folder, safeStorage)
    const keys = deriveKeys(vault.master)
    const seals = createSeals(keys)
    const { chain, anchor } = seals
    const store = createSqliteRegistry({ folder, chain, anchor })
    await beginAnchors({ store, now })
    return { vault, seals, store, signing: createSigning(keys.signing) }
  } catch (error) {
    const failure = failureIn(error)
    if (failure === null) throw error
    const isKeychain = safeStorage === null && failure.detail?.['why'] === 'other_keychain'
    throw isKeychain ? new Stop('profile', words.profile.keychain, failure.code) : stopFor(failure)
  }
}

function openVault(folder: string, safeStorage: SafeStorage | null): OpenedVault {
  try {
    return createVault({
      safeStorage: safeStorage ?? noKeychain,
      platform: process.platform,
      profileFolder: folder,
    }).open()
  } catch (error) {
    // A registry that is damaged or newer is the better explanation for keys that are not there.
    inspectRegistry(folder)
    throw error
  }
}

const noKeychain: SafeStorage = {
  isEncryptionAvailable: () => false,
  getSelectedStorageBackend: () => 'none',
  encryptString: () => Buffer.alloc(0),
  decryptString: () => '',
}
