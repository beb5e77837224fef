import type { Facts } from '../contract/activity'
import type { WrittenFile } from '../contract/written-file'
import { activityEntry, soleSubject, type Actor } from './activity-entry'
import { datedName, writeCsv, type CsvRow, type FileChooser } from './csv-file'
import type { Means } from './means'

export type ListExportGiven = Pick<Means, 'store' | 'session' | 'now' | 'announce'> & {
  files: FileChooser
}

type Exported = {
  /** In the activity log. */
  title: string
  fileName: string
  columns: string[]
  rows: AsyncIterable<CsvRow> | Iterable<CsvRow>
}

/** Who took a list along, of which nothing is changed by that. */
export const listExported = (at: number, actor: Actor, title: string, after: Facts) =>
  activityEntry({ at, actor, action: 'list.exported', subject: soleSubject('list', title), after })

/** A list into a file that the person chooses, and who took it along onto the record. */
export const createListExport =
  ({ store, session, files, now, announce }: ListExportGiven) =>
  async ({ title, fileName, columns, rows }: Exported): Promise<WrittenFile> => {
    const actor = await session.actor()
    const file = await writeCsv(files, datedName(fileName, now()), columns, rows)
    if (file === null) return null
    await store.activity.append(
      listExported(now(), actor, title, { file: file.name, rows: file.rows }),
    )
    announce('activity')
    return file
  }
