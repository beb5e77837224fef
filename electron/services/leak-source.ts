import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { Readable } from 'node:stream'
import { createTokenFinder, type FoundToken } from './token-finder'
import type { TokenFormat } from '../crypto/types'

const pieceBytes = 1_048_576

export type ReadFile = {
  path: string
  /** As it was when it was found: what a program appends meanwhile is not waited for. */
  bytes: number
}

export type FileReading = {
  parse: TokenFormat['parse']
  isCancelled: () => boolean
  /** Bytes of the file that were read. */
  read: (bytes: number) => void
  found: (token: FoundToken, isText: boolean) => Promise<void>
}

/** `archive`: searched as it lies there, but not opened. */
export type ReadOutcome = 'read' | 'archive' | 'not_readable' | 'damaged'

/** Reads a file piece by piece, whatever its size; a .gz is unpacked on the way, nothing is written. */
export async function readFile(file: ReadFile, reading: FileReading): Promise<ReadOutcome> {
  let handle
  try {
    handle = await open(file.path, withoutWaiting)
  } catch {
    return 'not_readable'
  }
  try {
    const head = await firstBytes(handle, file.bytes)
    const pieces = piecesOf(handle, file.bytes, reading)
    if (!isGzip(head)) {
      await search(pieces, reading, isText(head))
      return isArchive(head) ? 'archive' : 'read'
    }
    return await unpacked(pieces, reading)
  } catch (error) {
    if (isOfTheDisk(error)) return 'not_readable'
    throw error
  } finally {
    await handle.close()
  }
}

type Handle = Awaited<ReturnType<typeof open>>

async function firstBytes(handle: Handle, bytes: number): Promise<Buffer> {
  const size = Math.min(headBytes, bytes)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(size), 0, size, 0)
  return buffer.subarray(0, bytesRead)
}

async function* piecesOf(handle: Handle, bytes: number, { isCancelled, read }: FileReading) {
  for (let at = 0; at < bytes && !isCancelled();) {
    const size = Math.min(pieceBytes, bytes - at)
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(size), 0, size, at)
    if (bytesRead === 0) return
    at += bytesRead
    yield buffer.subarray(0, bytesRead)
    read(bytesRead)
  }
}

async function search(
  pieces: AsyncIterable<Buffer>,
  { parse, found, isCancelled }: FileReading,
  isOfText: boolean,
) {
  const finder = createTokenFinder({ parse })
  for await (const piece of pieces) {
    for (const token of finder.take(piece)) await found(token, isOfText)
    if (isCancelled()) return
  }
}

/** What could be unpacked of a damaged one was searched. */
async function unpacked(pieces: AsyncIterable<Buffer>, reading: FileReading): Promise<ReadOutcome> {
  const source = Readable.from(pieces)
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  source.pipe(gunzip)
  try {
    let isOfText: boolean | null = null
    const finder = createTokenFinder(reading)
    for await (const piece of gunzip as AsyncIterable<Buffer>) {
      isOfText ??= isText(piece.subarray(0, headBytes))
      for (const token of finder.take(piece)) await reading.found(token, isOfText)
      if (reading.isCancelled()) return 'read'
    }
    return 'read'
  } catch (error) {
    if (isOfTheFormat(error)) return 'damaged'
    throw error
  } finally {
    source.destroy()
    gunzip.destroy()
  }
}

const headBytes = 8_000

/** Opening a pipe that was put in the file's place would wait for whoever writes into it. */
const withoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

const beginsWith = (head: Buffer, bytes: number[]) =>
  bytes.every((byte, place) => head[place] === byte)

const isGzip = (head: Buffer) => beginsWith(head, [0x1f, 0x8b, 0x08])

/** Zip (and with it jar, docx, xlsx), 7z, bzip2, xz, zstd, rar; and PDF, whose pages are packed. */
const archives = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
  [0x42, 0x5a, 0x68],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00],
  [0x28, 0xb5, 0x2f, 0xfd],
  [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07],
  [0x25, 0x50, 0x44, 0x46, 0x2d],
]
const isArchive = (head: Buffer) => archives.some((bytes) => beginsWith(head, bytes))

/** As git tells them apart, but that UTF-16, which is full of zeros, is text by its mark. */
const isText = (head: Buffer) =>
  beginsWith(head, [0xff, 0xfe]) || beginsWith(head, [0xfe, 0xff]) || !head.includes(0)

const codeOf = (error: unknown) => String((error as { code?: unknown }).code)

const isOfTheDisk = (error: unknown) => /^E[A-Z]+$/.test(codeOf(error))

const isOfTheFormat = (error: unknown) => codeOf(error).startsWith('Z_')
