import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { TableViews, type TableViewChange } from '../contract/table-view'
import type { SessionService } from './session-service'

export type TableViewService = ReturnType<typeof createTableViewService>

/** By user id. */
const Kept = z.record(z.string(), TableViews)

/**
 * Columns and row heights, in a small file beside the window's place: how a person likes a table is
 * no business of the registry, and not worth an entry.
 */
export function createTableViewService({
  folder,
  session,
}: {
  folder: string
  session: Pick<SessionService, 'actor'>
}) {
  const file = join(folder, 'tables.json')

  /** What cannot be read is as it was at first: a damaged file must not keep anyone from a list. */
  function read(): z.output<typeof Kept> {
    try {
      return Kept.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      return {}
    }
  }

  const get = async (): Promise<TableViews> => read()[await owner()] ?? {}

  async function set({ table, view }: TableViewChange): Promise<void> {
    const who = await owner()
    const kept = read()
    const next = { ...kept, [who]: { ...kept[who], [table]: view } }
    try {
      writeFileSync(`${file}.new`, JSON.stringify(next), { mode: 0o600 })
      renameSync(`${file}.new`, file)
    } catch {
      // A table that looks as at first the next time is no reason to interrupt anybody.
    }
  }

  const owner = async () => String((await session.actor()).id)

  return { get, set }
}
