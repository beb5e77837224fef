import { createHmac, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { keyFileIn, readKeyFile, writeKeyFile, type KeyFile } from './key-file'
import { offeredKeychain, type Keychain, type SafeStorage } from './keychain'
import { sameBytes } from './same-bytes'
import { VaultFailure } from './vault-failure'

const databases = ['registry.db', 'gateway.db']

/** `keptIn` is the keychain that wraps the master key, or `file` where the machine has none. */
export type OpenedVault = { master: Buffer; keptIn: Keychain | 'file'; created: boolean }

/**
 * Keeps the master key of a profile. A key is made only for a profile that has no database yet:
 * under a new key every token that was handed over would be worthless.
 */
export function createVault({
  safeStorage,
  platform,
  profileFolder,
}: {
  safeStorage: SafeStorage
  platform: NodeJS.Platform
  profileFolder: string
}) {
  const path = keyFileIn(profileFolder)

  function open(): OpenedVault {
    const kept = readKeyFile(path)
    if (kept) return { master: unwrap(kept), keptIn: kept.keptIn, created: false }
    if (databases.some((name) => existsSync(join(profileFolder, name))))
      throw new VaultFailure('keys_missing')
    return { ...create(), created: true }
  }

  function create(): Omit<OpenedVault, 'created'> {
    const master = randomBytes(32)
    const keptIn = offeredKeychain(safeStorage, platform).real ?? 'file'
    const kept: KeyFile = {
      version: 1,
      keyNumber: 1,
      keptIn,
      wrapped: wrap(master, keptIn).toString('base64'),
      check: keyCheck(master).toString('base64'),
    }
    // A keychain that cannot give back what it took is found out before anything depends on it.
    unwrap(kept)
    write(kept)
    return { master, keptIn }
  }

  function write(kept: KeyFile) {
    try {
      mkdirSync(profileFolder, { recursive: true, mode: 0o700 })
      if (platform !== 'win32') chmodSync(profileFolder, 0o700)
      writeKeyFile(path, kept)
    } catch (error) {
      throw new VaultFailure('profile_not_writable', {}, { cause: error })
    }
  }

  const wrap = (master: Buffer, keptIn: Keychain | 'file') =>
    keptIn === 'file' ? master : safeStorage.encryptString(master.toString('base64'))

  function unwrap(kept: KeyFile): Buffer {
    const wrapped = Buffer.from(kept.wrapped, 'base64')
    const master = kept.keptIn === 'file' ? wrapped : decrypted(wrapped, kept.keptIn)
    if (!sameBytes(keyCheck(master), Buffer.from(kept.check, 'base64')))
      throw new VaultFailure('keys_unreadable', { why: 'wrong_key', keptIn: kept.keptIn })
    return master
  }

  function decrypted(wrapped: Buffer, keptIn: Keychain): Buffer {
    const offered = offeredKeychain(safeStorage, platform)
    const offers = offered.real ?? offered.name
    if (offered.real !== keptIn)
      throw new VaultFailure('keys_unreadable', { why: 'other_keychain', keptIn, offers })
    try {
      return Buffer.from(safeStorage.decryptString(wrapped), 'base64')
    } catch (error) {
      throw new VaultFailure(
        'keys_unreadable',
        { why: 'refused', keptIn, offers },
        { cause: error },
      )
    }
  }

  return { open }
}

const keyCheck = (master: Buffer): Buffer =>
  createHmac('sha256', master).update('keyward/check/v1').digest()
