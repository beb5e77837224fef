import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { keychains } from '../contract/settings'
import { VaultFailure } from './vault-failure'

const Base64 = z.base64().min(1)

/** `check` tells a wrong key from a damaged file: it is a MAC under the right one. */
const KeyFile = z.strictObject({
  version: z.literal(1),
  keyNumber: z.literal(1),
  keptIn: z.enum([...keychains, 'file']),
  wrapped: Base64,
  check: Base64,
})
export type KeyFile = z.output<typeof KeyFile>

export const keyFileIn = (profileFolder: string) => join(profileFolder, 'keys.json')

/** Null when there is no such file. */
export function readKeyFile(path: string): KeyFile | null {
  const text = textOf(path)
  if (text === null) return null
  try {
    return KeyFile.parse(JSON.parse(text))
  } catch {
    // Without the cause: a parser's message quotes the text, and the text may hold the key.
    throw new VaultFailure('keys_unreadable', { why: 'damaged' })
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw new VaultFailure('keys_unreadable', { why: 'not_readable' }, { cause: error })
  }
}

/** Either the whole file is there after this, or none: written beside, synced, renamed. */
export function writeKeyFile(path: string, keys: KeyFile): void {
  const beside = `${path}.new`
  rmSync(beside, { force: true })
  const file = openSync(beside, 'wx', 0o600)
  try {
    writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(beside, path)
  syncFolder(dirname(path))
}

/** Makes the rename itself durable; Windows neither needs nor allows it. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
