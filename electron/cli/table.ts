import { stripVTControlCharacters, styleText } from 'node:util'

export type Tone = 'red' | 'yellow' | 'green' | 'dim'

export type Column<Row> = {
  title: string
  of: (row: Row) => string
  /** Only on a terminal that shows colours. */
  tone?: (row: Row) => Tone | null
}

const gap = '  '
const widest = 40

/** Lines of aligned columns; the widths are those of these rows, so a long list keeps its first ones. */
export function tableLayout<Row>(columns: Column<Row>[], rows: Row[]): number[] {
  return columns.map(({ title, of }) =>
    Math.min(widest, Math.max(lengthOf(title), ...rows.map((row) => lengthOf(of(row))))),
  )
}

export const tableHead = <Row>(columns: Column<Row>[], widths: number[], hasColour: boolean) =>
  line(
    columns.map(({ title }) => title.toUpperCase()),
    widths,
    (cell) => (hasColour ? styleText('bold', cell, { validateStream: false }) : cell),
  )

export const tableLine = <Row>(
  columns: Column<Row>[],
  widths: number[],
  row: Row,
  hasColour: boolean,
) =>
  line(
    columns.map(({ of }) => of(row)),
    widths,
    (cell, index) => {
      const tone = hasColour ? columns[index]?.tone?.(row) : null
      return tone ? styleText(tone, cell, { validateStream: false }) : cell
    },
  )

/** The last column is not filled up: no line ends in blanks. */
const line = (
  cells: string[],
  widths: number[],
  style: (cell: string, index: number) => string,
): string =>
  cells
    .map((cell, index) => {
      const room = index === cells.length - 1 ? 0 : widths[index]! - lengthOf(cell)
      return style(cell, index) + ' '.repeat(Math.max(0, room))
    })
    .join(gap)
    .trimEnd() + '\n'

const lengthOf = (text: string) => [...stripVTControlCharacters(text)].length
