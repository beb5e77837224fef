import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refusal } from './refusal'

/** The file appears when it is whole, or not at all. */
export async function writeWhole(
  path: string,
  content: AsyncIterable<unknown>,
  ...shaped: Transform[]
): Promise<void> {
  const unfinished = `${path}.unfinished`
  try {
    // What lies there is left of an export that broke off; or it is a link, or a file that others
    // may read, put there by somebody else who can write to this folder.
    await rm(unfinished, { force: true })
    await pipeline([
      Readable.from(content),
      ...shaped,
      createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true }),
    ])
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    if (isOfTheDisk(error)) throw new Refusal('file_not_writable')
    throw error
  }
}

/** What was written does not stay where the rest of it failed: an export is whole, and on record. */
export async function orRemove<T>(paths: string[], work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    for (const path of paths) await rm(path, { force: true }).catch(() => undefined)
    throw error
  }
}

const isOfTheDisk = (error: unknown) =>
  diskFaults.includes(String((error as { code?: unknown }).code))

const diskFaults = [
  ...['EACCES', 'EPERM', 'EEXIST', 'ENOENT', 'ENOSPC', 'EROFS', 'EISDIR', 'ENOTDIR'],
  ...['EDQUOT', 'EIO', 'ERR_FS_EISDIR'],
]
