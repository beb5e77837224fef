import { stringify } from 'csv-stringify'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { WrittenFile } from '../contract/written-file'
import { Refusal } from './refusal'

/** The system's dialogs for files; null where they were cancelled. */
export type FileChooser = {
  chooseToRead(): Promise<string | null>
  chooseToWrite(suggestedName: string): Promise<string | null>
}

export type CsvRow = Record<string, string | number | boolean | null>

/**
 * Asks where to, and writes rows as CSV (RFC 4180, UTF-8). Cells that a spreadsheet would take for
 * a formula are made harmless. The file appears when it is whole, or not at all.
 */
export async function writeCsv(
  files: FileChooser,
  suggestedName: string,
  columns: string[],
  rows: AsyncIterable<CsvRow> | Iterable<CsvRow>,
): Promise<WrittenFile> {
  const path = await files.chooseToWrite(suggestedName)
  if (path === null) return null
  const unfinished = `${path}.unfinished`
  let written = 0
  async function* counted() {
    for await (const row of rows) {
      written += 1
      yield row
    }
  }
  try {
    await pipeline(
      Readable.from(counted()),
      stringify({ header: true, columns, escape_formulas: true, record_delimiter: 'windows' }),
      createWriteStream(unfinished, { mode: 0o600 }),
    )
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    if (isOfTheDisk(error)) throw new Refusal('file_not_writable')
    throw error
  }
  return { name: basename(path), rows: written }
}

const isOfTheDisk = (error: unknown) =>
  ['EACCES', 'EPERM', 'ENOENT', 'ENOSPC', 'EROFS', 'EISDIR', 'EDQUOT', 'EIO'].includes(
    String((error as { code?: unknown }).code),
  )

/** `refused-calls-2026-11-24.csv`; what a file name cannot hold becomes a hyphen. */
export const datedName = (what: string, now: number): string =>
  `${what.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')}-${new Date(now).toISOString().slice(0, 10)}.csv`
