/** As much of Electron's `safeStorage` as the vault uses. */
export type SafeStorage = {
  isEncryptionAvailable(): boolean
  /** Linux only. */
  getSelectedStorageBackend?(): string
  encryptString(text: string): Buffer
  decryptString(encrypted: Buffer): string
}

/** Backends that keep a secret away from other accounts. `basic_text` has a published key. */
export const keychains = [
  'gnome_libsecret',
  'kwallet',
  'kwallet5',
  'kwallet6',
  'keychain',
  'dpapi',
] as const
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
