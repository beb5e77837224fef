import { withIsoMoments } from './moments'
import { tableHead, tableLayout, tableLine, type Column } from './table'
import type { Terminal } from './terminal'

export type Output = ReturnType<typeof createOutput>

/** Answers for people, or with `--json` for programs. */
export function createOutput(terminal: Terminal, isJson: boolean) {
  const json = (value: unknown) => JSON.stringify(withIsoMoments(value))

  return {
    isJson,

    /** One thing: its facts in lines, or one JSON object. */
    async thing(value: unknown, facts: [string, string][]) {
      if (isJson) return terminal.print(`${json(value)}\n`)
      const widest = Math.max(...facts.map(([name]) => name.length))
      for (const [name, text] of facts)
        await terminal.print(`${`${name}:`.padEnd(widest + 2)}${text}\n`)
    },

    /** Rows as they come, page by page: a table, or one JSON array. */
    async rows<Row>(pages: AsyncIterable<Row[]>, columns: Column<Row>[], none: string) {
      let count = 0
      let widths: number[] = []
      if (isJson) await terminal.print('[')
      for await (const rows of pages) {
        if (count === 0 && rows.length > 0) {
          widths = tableLayout(columns, rows)
          if (!isJson) await terminal.print(tableHead(columns, widths, terminal.hasColour))
        }
        for (const row of rows) {
          if (isJson) await terminal.print(`${count > 0 ? ',' : ''}\n${json(row)}`)
          else await terminal.print(tableLine(columns, widths, row, terminal.hasColour))
          count += 1
        }
      }
      if (isJson) await terminal.print(count > 0 ? '\n]\n' : ']\n')
      else if (count === 0) terminal.say(none)
    },

    /** What was done, for people; programs get the thing as it is now. */
    async done(value: unknown, sentence: string) {
      if (isJson) await terminal.print(`${json(value)}\n`)
      else await terminal.print(`${sentence}\n`)
    },
  }
}
