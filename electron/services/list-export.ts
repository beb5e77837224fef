import type { WrittenFile } from '../contract/written-file'
import { activityEntry, soleSubject } from './activity-entry'
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

/** A list into a file that the person chooses, and who took it along onto the record. */
export const createListExport =
  ({ store, session, files, now, announce }: ListExportGiven) =>
  async ({ title, fileName, columns, rows }: Exported): Promise<WrittenFile> => {
    const actor = await session.actor()
    const file = await writeCsv(files, datedName(fileName, now()), columns, rows)
    if (file === null) return null
    await store.activity.append(
      activityEntry({
        at: now(),
        actor,
        action: 'list.exported',
        subject: soleSubject('list', title),
        after: { file: file.name, rows: file.rows },
      }),
    )
    announce('activity')
    return file
  }
