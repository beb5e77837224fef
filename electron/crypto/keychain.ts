import { keychains } from '../contract/settings'

/** As much of Electron's `safeStorage` as the vault uses. */
export type SafeStorage = {
  isEncryptionAvailable(): boolean
  /** Linux only. */
  getSelectedStorageBackend?(): string
  encryptString(text: string): Buffer
  decryptString(encrypted: Buffer): string
}

/** `basic_text` is none of them: its key is published. */
export type Keychain = (typeof keychains)[number]

/**
 * Which keychain this machine offers, by name; otherwise the name of what there is instead.
 * Being "available" alone proves nothing: Chromium says so with a published key, too.
 */
export function offeredKeychain(
  safeStorage: SafeStorage,
  platform: NodeJS.Platform,
): { real: Keychain } | { real: null; name: string } {
  const name = backendName(safeStorage, platform)
  const real = keychains.find((one) => one === name)
  return real && safeStorage.isEncryptionAvailable() ? { real } : { real: null, name }
}

function backendName(safeStorage: SafeStorage, platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'keychain'
  if (platform === 'win32') return 'dpapi'
  return safeStorage.getSelectedStorageBackend?.() ?? 'unknown'
}
