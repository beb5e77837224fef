import type { UserId } from '../../contract/id'
import type { UserImportData, UserToImport } from '../user-import-data'
import { createActivityLog, type Chain } from './activity-log'
import { openForUserImport } from './open-registry'
import { lockRegistry } from './sqlite-registry'
import { createSql } from './sql'
import { storedGrant } from './stored-grant'
import { foldedKey, searchKey, textKey } from './text-key'

/** How many rows are written between two looks at whether somebody cancelled. */
const stepRows = 500

/** An import's side of a profile folder whose registry was opened before. */
export function createSqliteUserImport({
  folder,
  chain,
}: {
  folder: string
  chain: Chain
}): UserImportData {
  const db = openForUserImport(folder)
  const sql = createSql(db, lockRegistry)
  const log = createActivityLog({ sql, chain, appended: () => undefined })
  // By hand: of fifty thousand rows, building the text anew would be half the time.
  const withUsername = db.prepare<[string], { id: number }>(
    'select id from user where username_key = ?',
  )
  const insertUser = db.prepare(`
    insert into user (kind, username, username_key, display_name, display_key, search_key, status,
      role, password_hash, last_sign_in_at, created_at, updated_at, version)
    values (?, ?, ?, ?, ?, ?, ?, null, null, null, ?, ?, 1)`)
  const insertAccess = db.prepare(
    'insert into user_access (user_id, entity_id, permissions) values (?, ?, ?)',
  )
  const seen = new Map<string, number>()

  function insertOne({ kind, username, displayName, status }: UserToImport, at: number): UserId {
    const { lastInsertRowid } = insertUser.run(
      kind,
      username,
      textKey(username),
      displayName,
      foldedKey(displayName),
      searchKey(username, displayName),
      status,
      at,
      at,
    )
    return Number(lastInsertRowid) as UserId
  }

  return {
    obstacles: (rows) =>
      rows.map(({ username, line }) => {
        const key = textKey(username)
        const before = seen.get(key)
        if (before !== undefined) return { outcome: 'repeated_in_file', line: before }
        seen.set(key, line)
        return withUsername.get(key) ? { outcome: 'username_taken' } : null
      }),

    insert(rows, { at, access, activity, summary, step }) {
      const granted = access.map(storedGrant)
      try {
        return sql.change(() => {
          for (const [index, row] of rows.entries()) {
            if (index % stepRows === 0 && !step(index)) throw new Undone('cancelled')
            if (withUsername.get(textKey(row.username))) throw new Undone({ taken: index })
            const id = insertOne(row, at)
            for (const { entity_id, permissions } of granted)
              insertAccess.run(id, entity_id, permissions)
            log.append(activity({ ...row, id }))
          }
          log.append(summary)
          return 'inserted' as const
        })
      } catch (error) {
        if (error instanceof Undone) return error.outcome
        throw error
      }
    },

    close: () => db.close(),
  }
}

/** Takes back the users that were written before the one that could not be. */
class Undone extends Error {
  readonly outcome: 'cancelled' | { taken: number }

  constructor(outcome: 'cancelled' | { taken: number }) {
    super()
    this.outcome = outcome
  }
}
