import type { UserId } from '../contract/id'
import type { User, UserKind, UserStatus } from '../contract/user'
import type { Grant } from '../contract/permission'
import type { ActivityDraft } from './registry'

/** A row of a file as a user that may be created. */
export type UserToImport = {
  line: number
  username: string
  displayName: string
  kind: UserKind
  status: UserStatus
}

/** What stands in a row's way, in the registry or earlier in the same file. */
export type UserObstacle =
  { outcome: 'username_taken' } | { outcome: 'repeated_in_file'; line: number }

export type ImportedUser = Pick<User, 'username' | 'displayName' | 'kind' | 'status'> & {
  id: UserId
}

/** What an import of users works on, over a connection of its own. */
export interface UserImportData {
  /** With the usernames of earlier calls remembered, by any spelling. */
  obstacles(rows: UserToImport[]): (UserObstacle | null)[]
  /** All of them with their entries, or none: `step` says how many rows are behind, and whether to go on. */
  insert(
    rows: UserToImport[],
    given: {
      at: number
      access: Grant[]
      activity: (user: ImportedUser) => ActivityDraft
      summary: ActivityDraft
      step: (rows: number) => boolean
    },
  ): 'inserted' | 'cancelled' | { taken: number }
  close(): void
}
