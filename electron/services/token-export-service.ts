import { basename } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Token } from '../contract/token'
import type { TokenExportProgress, TokenListExport } from '../contract/token-export'
import type { WrittenFile } from '../contract/written-file'
import { datedName, writeCsvRows } from './csv-file'
import { listExported, type ListExportGiven } from './list-export'
import { Refusal } from './refusal'
import type { PrintReport } from './report-html'
import { isToCome, tokenCalendar } from './token-calendar'
import { tokenCells, tokenColumns } from './token-csv'
import { reportCells, tokenReport } from './token-report'
import { writeWhole } from './whole-file'

export type TokenExportService = ReturnType<typeof createTokenExportService>

/** Few enough that the window never waits for a piece, many enough that there are not many. */
const readAtOnce = 100

type Running = TokenExportProgress & { abort: AbortController }

/** A filtered list of tokens as a file: all of its pages, in its order, and never a secret. */
export function createTokenExportService(given: ListExportGiven & { printReport: PrintReport }) {
  const { store, session, files, now, announce, printReport } = given
  let running: Running | null = null

  async function exportList(asked: TokenListExport): Promise<WrittenFile> {
    const actor = await session.actor()
    if (running !== null) throw new Refusal('export_running')
    const job = { file: '', rows: 0, totalRows: 0, isPrinting: false, abort: new AbortController() }
    running = job
    try {
      const path = await files.chooseToWrite(datedName(asked.title, now(), asked.format))
      if (path === null) return null
      job.file = basename(path)
      const rows = await writers[asked.format](path, asked, job, actor.name)
      await store.activity.append(
        listExported(now(), actor, asked.title, { file: job.file, format: asked.format, rows }),
      )
      announce('activity')
      return { name: job.file, rows }
    } catch (error) {
      if (job.abort.signal.aborted) return null
      throw error
    } finally {
      running = null
      announce('exports')
    }
  }

  type Write = (path: string, asked: TokenListExport, job: Running, who: string) => Promise<number>

  const writers: Record<TokenListExport['format'], Write> = {
    async csv(path, asked, job) {
      async function* cells() {
        for await (const rows of pieces(asked, job))
          for (const row of rows) yield tokenCells(row, asked.zone)
      }
      return writeCsvRows(path, tokenColumns, cells())
    },

    async ics(path, asked, job) {
      const at = now()
      const { reminderDays } = await store.policy.get()
      const { title, zone } = asked
      const calendar = tokenCalendar({ title, zone, reminderDays, now: at })
      let written = 0
      async function* events() {
        yield calendar.head
        for await (const rows of pieces(asked, job)) {
          const coming = rows.filter((row) => isToCome(row, at))
          written += coming.length
          if (coming.length > 0) yield calendar.events(coming)
        }
        yield calendar.foot
      }
      await writeWhole(path, events())
      return written
    },

    async pdf(path, asked, job, who) {
      const { title, described, zone } = asked
      const tokens: Token[] = []
      const cells: string[][] = []
      for await (const rows of pieces(asked, job)) {
        tokens.push(...rows.map(({ token }) => token))
        cells.push(...rows.map((row) => reportCells(row, zone)))
      }
      job.isPrinting = true
      announce('exports')
      const report = tokenReport(tokens, cells, { title, described, zone, who, now: now() })
      const printed = await printReport(report, job.abort.signal)
      await writeWhole(path, whole(printed))
      return cells.length
    },
  }

  /** Between two pieces the window has its turn, and may have cancelled. */
  async function* pieces(asked: TokenListExport, job: Running) {
    const at = now()
    const ids = await store.tokens.inventoryIds(asked.filter, asked.order, at)
    job.totalRows = ids.length
    for (let first = 0; first < ids.length; first += readAtOnce) {
      await nextTurn()
      job.abort.signal.throwIfAborted()
      const rows = await store.tokens.inventoryOf(ids.slice(first, first + readAtOnce), at)
      job.rows += rows.length
      announce('exports')
      yield rows
    }
  }

  /** Of the one that goes on; null before its place is chosen, and when there is none. */
  const progress = (): TokenExportProgress | null =>
    running === null || running.file === '' ? null : running

  /** What was written until then is taken away again. */
  async function cancel(): Promise<void> {
    await session.actor()
    running?.abort.abort()
  }

  return { exportList, progress, cancel, close: () => running?.abort.abort() }
}

async function* whole(content: Buffer) {
  yield content
}
