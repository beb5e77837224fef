import { clock } from './clock'
import { createChain } from './crypto/keys'
import { Refusal } from './services/refusal'
import { importUsers } from './services/user-import-job'
import type {
  UserImportEnd,
  UserImportOrder,
  UserImportSignals,
} from './services/user-import-order'
import { createSqliteUserImport } from './store/sqlite/sqlite-user-import'

/** `activityKey` is the one key of an import: it writes entries, and can check no token. */
export type UserImportGiven = {
  order: UserImportOrder
  folder: string
  clockOffset: number
  activityKey: Uint8Array
}

/** The one place where the objects of an import of users are made and joined. */
export async function runUserImport(
  { order, folder, clockOffset, activityKey }: UserImportGiven,
  signals: UserImportSignals,
): Promise<UserImportEnd> {
  const data = createSqliteUserImport({ folder, chain: createChain(activityKey) })
  try {
    return await importUsers(order, { data, now: clock(clockOffset) }, signals)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, detail } = error
    return {
      state: 'stopped',
      rows: 0,
      part: 0,
      refused: 0,
      faults: [],
      ignored: [],
      failure: { code, ...(detail && { detail }) },
      hash: null,
    }
  } finally {
    data.close()
  }
}
