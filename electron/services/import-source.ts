import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { transferLimits } from '../contract/transfer'
import { Refusal } from './refusal'
import { createUtf8Check, type EncodingFault } from './utf8-check'

const pieceBytes = 65_536

export type ImportSource = Awaited<ReturnType<typeof openSource>>

/**
 * A file that is read piece by piece. It is held open, so that another file put in its place is not
 * read by mistake; a change to this very one is noticed by its size and time.
 */
export async function openSource(path: string) {
  // Before it is opened: opening a pipe would wait for whoever writes into it.
  const found = await stat(path).catch(() => null)
  if (found === null) throw new Refusal('import_unreadable')
  assertReadable(found)
  const file = await open(path, withoutWaiting).catch(() => {
    throw new Refusal('import_unreadable')
  })
  const before = await file.stat({ bigint: true })
  try {
    // Another one may have been put in its place since.
    assertReadable(before)
  } catch (error) {
    await file.close()
    throw error
  }
  let hash: string | null = null
  let position = 0

  return {
    name: basename(path),
    bytes: Number(before.size),

    /** From the beginning; whole pieces of sound UTF-8, however often it is asked for. */
    async *pieces(): AsyncGenerator<Buffer> {
      const digest = createHash('sha256')
      const check = createUtf8Check()
      for (let at = 0; ;) {
        const { bytesRead, buffer } = await file
          .read(Buffer.allocUnsafe(pieceBytes), 0, pieceBytes, at)
          .catch(() => {
            throw new Refusal('import_unreadable')
          })
        const piece = buffer.subarray(0, bytesRead)
        digest.update(piece)
        refuse(check(piece, bytesRead === 0))
        if (bytesRead === 0) break
        at += bytesRead
        position = at
        yield piece
      }
      hash = digest.digest('hex')
    },

    /** How many bytes the last reading has behind it. */
    position: () => position,

    /** SHA-256 of what was read to its end; null before. */
    hash: () => hash,

    async isUnchanged(): Promise<boolean> {
      const after = await file.stat({ bigint: true })
      return after.size === before.size && after.mtimeNs === before.mtimeNs
    },

    close: () => file.close(),
  }
}

/** A pipe would otherwise be waited for without end; Windows has no such thing. */
const withoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

function assertReadable(found: { isFile(): boolean; size: number | bigint }) {
  if (!found.isFile()) throw new Refusal('import_not_a_file')
  if (found.size > transferLimits.fileBytes)
    throw new Refusal('import_too_large', undefined, {
      megabytes: transferLimits.fileBytes / 1_048_576,
    })
  if (Number(found.size) === 0) throw new Refusal('import_empty')
}

const codes = {
  utf16: 'import_utf16',
  not_text: 'import_not_text',
  not_utf8: 'import_not_utf8',
} as const

function refuse(fault: EncodingFault | null) {
  if (fault) throw new Refusal(codes[fault.problem], undefined, { offset: fault.offset })
}
