import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { SafeStorage } from './keychain'
import { createVault } from './vault'
import { VaultFailure } from './vault-failure'

/** A keychain that turns bytes over, and fails as a real one does on what is not its own. */
const keychain = (over: Partial<SafeStorage> & { secret?: number } = {}): SafeStorage => ({
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString: (text) => Buffer.from(text).map((byte) => byte ^ (over.secret ?? 0x55)) as Buffer,
  decryptString: (bytes) =>
    Buffer.from(bytes.map((byte) => byte ^ (over.secret ?? 0x55))).toString(),
  ...over,
})
const none = keychain({
  isEncryptionAvailable: () => false,
  getSelectedStorageBackend: () => 'basic_text',
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-vault-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const vault = (
  folder: string,
  safeStorage: SafeStorage = keychain(),
  platform: NodeJS.Platform = 'linux',
) => createVault({ safeStorage, platform, profileFolder: folder })

const keysIn = (folder: string) => readFileSync(join(folder, 'keys.json'), 'utf8')

/** Opening must fail so, and leave the keys as they were. */
function expectRefused(open: () => unknown, folder: string): VaultFailure {
  const before = keysIn(folder)
  try {
    open()
  } catch (error) {
    expect(keysIn(folder)).toBe(before)
    expect(error).toBeInstanceOf(VaultFailure)
    return error as VaultFailure
  }
  throw new Error('it opened')
}

describe('the first start', () => {
  test('makes a key, wraps it with the keychain, and the next start finds it', () => {
    const folder = newFolder()
    const { master, keptIn, created } = vault(folder).open()
    expect([master.length, keptIn, created]).toEqual([32, 'gnome_libsecret', true])
    const kept = keysIn(folder)
    for (const encoding of ['base64', 'hex', 'base64url', 'latin1'] as const)
      expect(kept).not.toContain(master.toString(encoding).replace(/=+$/, ''))
    expect(vault(folder).open()).toEqual({ master, keptIn, created: false })
    expect(keysIn(folder)).toBe(kept)
  })

  test('makes another key for every profile', () => {
    expect(vault(newFolder()).open().master).not.toEqual(vault(newFolder()).open().master)
  })

  test('leaves a folder and a file that only the owner may enter, and nothing else', () => {
    const folder = join(newFolder(), 'a', 'profile')
    vault(folder).open()
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['keys.json'])
  })

  test('gets over a half-written file of a start that was cut short', () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'keys.json.new'), '{"vers')
    expect(vault(folder).open().created).toBe(true)
    expect(readdirSync(folder)).toEqual(['keys.json'])
  })

  test('does not trust a keychain that cannot give the key back', () => {
    const folder = newFolder()
    const forgetful = keychain({ decryptString: () => 'something else' })
    expect(() => vault(folder, forgetful).open()).toThrow('keys_unreadable')
    expect(existsSync(join(folder, 'keys.json'))).toBe(false)
  })

  test('says so when the folder cannot be written to', () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'a file'), '')
    expect(() => vault(join(folder, 'a file')).open()).toThrow('profile_not_writable')
  })
})

describe('which keychain is trusted goes by its name', () => {
  test.each([
    ['linux', 'gnome_libsecret', true, 'gnome_libsecret'],
    ['linux', 'kwallet', true, 'kwallet'],
    ['linux', 'kwallet5', true, 'kwallet5'],
    ['linux', 'kwallet6', true, 'kwallet6'],
    ['linux', 'gnome_libsecret', false, 'file'],
    ['linux', 'basic_text', true, 'file'],
    ['linux', 'basic_text', false, 'file'],
    ['linux', 'unknown', true, 'file'],
    ['linux', 'something_new', true, 'file'],
    ['linux', 'keychain_of_someone', true, 'file'],
    ['darwin', undefined, true, 'keychain'],
    ['darwin', undefined, false, 'file'],
    ['win32', undefined, true, 'dpapi'],
    ['win32', undefined, false, 'file'],
  ] as const)('%s, %s, available %s: kept in %s', (platform, name, available, expected) => {
    const safeStorage = keychain({ isEncryptionAvailable: () => available })
    if (name === undefined) delete safeStorage.getSelectedStorageBackend
    else safeStorage.getSelectedStorageBackend = () => name
    expect(vault(newFolder(), safeStorage, platform).open().keptIn).toBe(expected)
  })

  test('without one the key is in the file, and stays there when a keychain turns up', () => {
    const folder = newFolder()
    const { master } = vault(folder, none).open()
    expect(keysIn(folder)).toContain(master.toString('base64'))
    expect(vault(folder).open()).toEqual({ master, keptIn: 'file', created: false })
  })
})

describe('a key is never made anew', () => {
  test.each(['registry.db', 'gateway.db'])('when there is a %s whose keys are gone', (file) => {
    const folder = newFolder()
    writeFileSync(join(folder, file), 'rows')
    expect(() => vault(folder).open()).toThrow('keys_missing')
    expect(readdirSync(folder)).toEqual([file])
  })

  test('when another keychain is offered; both are named', () => {
    const folder = newFolder()
    vault(folder).open()
    const other = keychain({ getSelectedStorageBackend: () => 'kwallet6' })
    const failure = expectRefused(() => vault(folder, other).open(), folder)
    const both = { why: 'other_keychain', keptIn: 'gnome_libsecret', offers: 'kwallet6' }
    expect([failure.code, failure.detail]).toEqual(['keys_unreadable', both])
    const lost = expectRefused(() => vault(folder, none).open(), folder)
    expect(lost.detail).toEqual({ ...both, offers: 'basic_text' })
  })

  test('when the keychain refuses', () => {
    const folder = newFolder()
    vault(folder).open()
    const locked = keychain({
      decryptString: () => {
        throw new Error('locked')
      },
    })
    const failure = expectRefused(() => vault(folder, locked).open(), folder)
    expect(failure.detail).toMatchObject({ why: 'refused', keptIn: 'gnome_libsecret' })
  })

  test('when the keychain has another secret by now and answers with rubbish', () => {
    const folder = newFolder()
    vault(folder).open()
    const failure = expectRefused(() => vault(folder, keychain({ secret: 0x33 })).open(), folder)
    expect(failure.detail).toMatchObject({ why: 'wrong_key' })
  })

  test.each([
    ['empty', ''],
    ['no JSON', 'keys'],
    ['another shape', '{"version":1}'],
    ['a newer version', undefined],
  ])('when the file is damaged: %s', (_, text) => {
    const folder = newFolder()
    const { master } = vault(folder, none).open()
    const path = join(folder, 'keys.json')
    writeFileSync(path, text ?? keysIn(folder).replace('"version": 1', '"version": 2'))
    const failure = expectRefused(() => vault(folder, none).open(), folder)
    expect([failure.code, failure.detail]).toEqual(['keys_unreadable', { why: 'damaged' }])
    expect(JSON.stringify([failure.message, failure.cause ?? null])).not.toContain(
      master.toString('base64'),
    )
  })

  test('when the key in the file is not the one that it was', () => {
    const folder = newFolder()
    const { master } = vault(folder, none).open()
    const other = randomBytes(32).toString('base64')
    writeFileSync(
      join(folder, 'keys.json'),
      keysIn(folder).replace(master.toString('base64'), other),
    )
    const failure = expectRefused(() => vault(folder, none).open(), folder)
    expect(failure.detail).toEqual({ why: 'wrong_key', keptIn: 'file' })
  })
})
