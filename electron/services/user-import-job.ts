import type { RowFault } from '../contract/transfer'
import { userImportLimits } from '../contract/user-import'
import type { UserImportData, UserObstacle, UserToImport } from '../store/user-import-data'
import { activityEntry, soleSubject, userSubject } from './activity-entry'
import { fullAccess } from './full-access'
import { openSource } from './import-source'
import { Refusal } from './refusal'
import type { UserImportEnd, UserImportOrder, UserImportSignals } from './user-import-order'
import { readUsers } from './user-rows'

/** Of an import the reading is one half, the writing the other. */
const half = 0.5

/**
 * Reads the whole file and holds every row to the registry; with the hash of a checked file it then
 * creates the users, all of them in one transaction, each with its entry.
 */
export async function importUsers(
  { path, file, by, checkedHash, group }: UserImportOrder,
  { data, now }: { data: UserImportData; now: () => number },
  { isCancelled, progress }: UserImportSignals,
): Promise<UserImportEnd> {
  const source = await openSource(path)
  try {
    const { columns, rows: batches } = await readUsers(source)
    const faults = [...columns.faults]
    const users: UserToImport[] = []
    let rows = 0
    let refused = 0
    const share = checkedHash === null ? 1 : half
    const end = (over: Partial<UserImportEnd>): UserImportEnd => ({
      state: 'done',
      rows,
      part: 1,
      refused,
      faults: faults.slice(0, userImportLimits.faults),
      ignored: columns.ignored,
      failure: null,
      hash: source.hash(),
      ...over,
    })
    const refuse = (found: RowFault[]) => {
      refused += 1
      if (faults.length < userImportLimits.faults) faults.push(...found)
    }

    // A file without its columns has as many faults as rows, and all of them are one.
    while (columns.faults.length === 0) {
      const next = await batches.next()
      if (next.done) {
        if (next.value) refuse([{ ...next.value, pointer: '' }])
        break
      }
      if (isCancelled()) return end({ state: 'cancelled', part: 0 })
      rows += next.value.length
      if (rows > userImportLimits.rows)
        throw new Refusal('import_too_many_rows', undefined, { rows: userImportLimits.rows })
      const sound = next.value.flatMap((row) => ('user' in row ? [row.user] : []))
      const obstacles = new Map(
        data.obstacles(sound).map((obstacle, place) => [sound[place], obstacle]),
      )
      for (const row of next.value) {
        const obstacle = 'user' in row ? obstacles.get(row.user) : null
        if (!('user' in row)) refuse(row.faults)
        else if (obstacle) refuse([obstacleFault(row.user, obstacle)])
        else users.push(row.user)
      }
      progress({ rows, part: share * Math.min(1, source.position() / source.bytes) })
    }

    if (!(await source.isUnchanged())) throw new Refusal('user_file_changed')
    if (rows === 0 && faults.length === 0) throw new Refusal('import_empty')
    if (checkedHash === null) return end({})
    if (source.hash() !== checkedHash) throw new Refusal('user_file_changed')
    const moved = { code: 'user_rows_refused' } as const
    if (faults.length > 0) return end({ state: 'stopped', failure: moved })

    const outcome = data.insert(users, {
      at: now(),
      access: fullAccess(),
      activity: ({ id, username, displayName, kind, status }) =>
        activityEntry({
          at: now(),
          actor: by,
          action: 'user.created',
          subject: userSubject({ id, displayName }),
          after: { kind, username, displayName, role: null, status, importedFrom: file },
          group,
        }),
      summary: activityEntry({
        at: now(),
        actor: by,
        action: 'users.imported',
        subject: soleSubject('list', 'Users'),
        after: { file, users: users.length, sha256: checkedHash },
        group,
      }),
      step(written) {
        progress({ rows, part: half + (half * written) / users.length })
        return !isCancelled()
      },
    })
    if (outcome === 'cancelled') return end({ state: 'cancelled', part: 0 })
    if (outcome === 'inserted') return end({})
    refuse([obstacleFault(users[outcome.taken]!, { outcome: 'username_taken' })])
    return end({ state: 'stopped', failure: moved })
  } finally {
    await source.close()
  }
}

function obstacleFault({ line }: UserToImport, obstacle: UserObstacle): RowFault {
  const fault = { line, pointer: 'username', code: obstacle.outcome }
  return obstacle.outcome === 'username_taken'
    ? { ...fault, detail: 'A user of this name exists already; capitals make no difference.' }
    : {
        ...fault,
        detail: `The row that begins in line ${obstacle.line} has this username already; capitals make no difference.`,
      }
}
