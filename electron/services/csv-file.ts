import { stringify } from 'csv-stringify'
import { basename } from 'node:path'
import type { WrittenFile } from '../contract/written-file'
import { writeWhole } from './whole-file'

/** The system's dialogs for files; null where they were cancelled. */
export type FileChooser = {
  chooseToRead(): Promise<string | null>
  chooseToWrite(suggestedName: string): Promise<string | null>
  /** A file to import. */
  chooseRecords(): Promise<string | null>
  /** A proof that was exported once. */
  chooseProof(): Promise<string | null>
}

export type CsvRow = Record<string, string | number | boolean | null>

/**
 * Asks where to, and writes rows as CSV in UTF-8. The file appears when it is whole, or not at all.
 */
export async function writeCsv(
  files: FileChooser,
  suggestedName: string,
  columns: string[],
  rows: AsyncIterable<CsvRow> | Iterable<CsvRow>,
): Promise<WrittenFile> {
  const path = await files.chooseToWrite(suggestedName)
  if (path === null) return null
  return { name: basename(path), rows: await writeCsvRows(path, columns, rows) }
}

/** The same where the place is chosen already; answers with how many rows there were. */
export async function writeCsvRows(
  path: string,
  columns: string[],
  rows: AsyncIterable<CsvRow> | Iterable<CsvRow>,
): Promise<number> {
  let written = 0
  async function* counted() {
    for await (const row of rows) {
      written += 1
      yield row
    }
  }
  await writeWhole(path, counted(), csvOf(columns))
  return written
}

/** RFC 4180 with a head, and no cell that a spreadsheet would take for a formula. */
export const csvOf = (columns: string[]) =>
  stringify({ header: true, columns, escape_formulas: true, record_delimiter: 'windows' })

/** `refused-calls-2026-11-24.csv`; what a file name cannot hold becomes a hyphen. */
export const datedName = (what: string, now: number, ending = 'csv'): string =>
  `${what.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')}-${new Date(now).toISOString().slice(0, 10)}.${ending}`
