import { runUserImport, type UserImportGiven } from './compose-user-import'
import { doJob } from './job-work'
import type { UserImportEnd, UserImportProgress } from './services/user-import-order'

doJob<UserImportGiven, UserImportProgress, never, never, UserImportEnd>(runUserImport)
