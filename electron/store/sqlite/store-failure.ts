import type { FailureCode, FailureDetail } from '../../contract/failure'

type StoreFailureCode = Extract<
  FailureCode,
  'profile_not_writable' | 'profile_in_use' | 'database_newer' | 'database_damaged'
>

/** Why a database could not be opened. The file is as it was. */
export class StoreFailure extends Error {
  constructor(
    readonly code: StoreFailureCode,
    readonly detail: FailureDetail = {},
    options?: ErrorOptions,
  ) {
    super(code, options)
    this.name = 'StoreFailure'
  }
}

/** What SQLite or the file system says, as what it means for the person who starts Keyward. */
export function asStoreFailure(error: unknown, file: string): unknown {
  if (error instanceof StoreFailure) return error
  const found = meanings.find(([pattern]) => pattern.test(codeOf(error)))
  return found ? new StoreFailure(found[1], { file }, { cause: error }) : error
}

const meanings: [RegExp, StoreFailureCode][] = [
  [/^SQLITE_(NOTADB|CORRUPT)/, 'database_damaged'],
  [/^SQLITE_(BUSY|LOCKED)/, 'profile_in_use'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM|FULL|IOERR)/, 'profile_not_writable'],
  [/^(EACCES|EPERM|EROFS|ENOSPC|EDQUOT|ENOTDIR|ENOENT|EEXIST|EISDIR)$/, 'profile_not_writable'],
]

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : ''
