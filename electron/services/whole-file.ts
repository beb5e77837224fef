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
    await pipeline([
      Readable.from(content),
      ...shaped,
      createWriteStream(unfinished, { mode: 0o600, flush: true }),
    ])
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    if (isOfTheDisk(error)) throw new Refusal('file_not_writable')
    throw error
  }
}

const isOfTheDisk = (error: unknown) =>
  ['EACCES', 'EPERM', 'ENOENT', 'ENOSPC', 'EROFS', 'EISDIR', 'ENOTDIR', 'EDQUOT', 'EIO'].includes(
    String((error as { code?: unknown }).code),
  )
