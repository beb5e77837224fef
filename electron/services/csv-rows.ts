import { parse, type CsvError } from 'csv-parse'

export type CsvRow = { line: number; cells: string[] }

/** What keeps the rest of a file from being read; `line` is where the row to blame begins. */
export type RowsFault = { line: number; code: string; detail: string }

export type Delimiter = ',' | ';' | '\t'

const mostCharacters = 1_048_576

/** The rows of a CSV file, as many at once as a piece of it holds; in the end, why it went no further. */
export async function* csvRows(
  pieces: AsyncIterable<Buffer>,
  delimiter: Delimiter,
): AsyncGenerator<CsvRow[], RowsFault | null> {
  let rows: CsvRow[] = []
  let nextLine = 1
  let emptyLines = 0
  let failure: RowsFault | null = null
  const parser = parse({
    bom: true,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: mostCharacters,
    // Taken here and not from the stream: an error would take the rows before it along.
    on_record: (cells: string[], { empty_lines: empties }) => {
      // csv-parse counts a line break within quotes twice, so lines are counted here.
      const line = nextLine + empties - emptyLines
      emptyLines = empties
      nextLine = line + 1 + cells.reduce((sum, cell) => sum + lineBreaks(cell), 0)
      rows.push({ line, cells })
      return null
    },
  })
  parser.on('error', (error) => {
    failure ??= faultOf(error as CsvError, nextLine)
  })
  parser.resume()

  const taken = () => {
    const some = rows
    rows = []
    return some
  }
  for await (const piece of pieces) {
    await new Promise<void>((done) => parser.write(piece, () => done()))
    if (rows.length > 0) yield taken()
    if (failure !== null) return failure
  }
  await new Promise<void>((done) => {
    parser.once('close', done)
    parser.end()
  })
  if (rows.length > 0) yield taken()
  return failure
}

const lineBreaks = (cell: string): number =>
  cell.includes('\n') || cell.includes('\r') ? (cell.match(/\r\n|\r|\n/g)?.length ?? 0) : 0

function faultOf({ code }: CsvError, line: number): RowsFault {
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return {
      line,
      code: 'open_quote',
      detail: 'A quotation mark is opened in the row that begins here, and never closed.',
    }
  if (code === 'CSV_MAX_RECORD_SIZE')
    return {
      line,
      code: 'too_large',
      detail:
        'The row that begins here goes on for more than 1 MiB. A quotation mark in it may never be closed.',
    }
  return {
    line,
    code: 'stray_quote',
    detail:
      'In the row that begins here a quotation mark stands where none may, or one is opened and not closed. A cell with a quotation mark is put into quotation marks, and the one inside is doubled.',
  }
}

/** The separator that the first line names or uses most, outside of quotes. */
export function delimiterOf(head: string): { delimiter: Delimiter; isNamed: boolean } {
  const text = head.replace(/^\u{FEFF}/u, '')
  const named = /^sep=([,;\t])(?:\r|\n|$)/i.exec(text)
  if (named) return { delimiter: named[1] as Delimiter, isNamed: true }
  const counts: Record<Delimiter, number> = { ',': 0, ';': 0, '\t': 0 }
  let isQuoted = false
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (character === '\n' || character === '\r') break
    else if (character in counts) counts[character as Delimiter] += 1
  }
  const [most] = (Object.keys(counts) as Delimiter[]).toSorted((a, b) => counts[b] - counts[a])
  return { delimiter: most!, isNamed: false }
}
