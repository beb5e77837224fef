import * as z from 'zod'
import { Moment, UserId, Version } from './id'
import { Direction, PageAsked, pageOf } from './page'
import { Grants } from './permission'
import { Name, Search, Username } from './text'

export const UserKind = z.enum(['person', 'service_account'])
export type UserKind = z.output<typeof UserKind>

export const UserStatus = z.enum(['active', 'disabled'])
export type UserStatus = z.output<typeof UserStatus>

/** What a person may do in Keyward itself. Without a role they cannot sign in. */
export const Role = z.enum(['administrator', 'auditor'])
export type Role = z.output<typeof Role>

/**
 * Typed by a person. Length is counted in code points, 15 to 256; common ones are refused by the
 * service, which knows the list.
 */
export const Password = z.string().min(1, { error: 'empty' }).max(1024, { error: 'too_long' })

export const User = z.object({
  id: UserId,
  kind: UserKind,
  username: z.string(),
  displayName: z.string(),
  status: UserStatus,
  role: Role.nullable(),
  createdAt: Moment,
  updatedAt: Moment,
  lastSignInAt: Moment.nullable(),
  version: Version,
})
export type User = z.output<typeof User>

export const UserRow = User.extend({
  /** Tokens whose calls would be judged on their grants right now. */
  activeTokens: z.number().int(),
  /** The nearest expiry among them. */
  nextExpiryAt: Moment.nullable(),
})
export type UserRow = z.output<typeof UserRow>

export const UserSort = z.enum([
  'displayName',
  'username',
  'kind',
  'status',
  'activeTokens',
  'nextExpiryAt',
  'createdAt',
])
export type UserSort = z.output<typeof UserSort>

export const UsersAsked = PageAsked.extend({
  search: Search,
  kind: UserKind.optional(),
  status: UserStatus.optional(),
  sort: UserSort.default('displayName'),
  direction: Direction.default('asc'),
})
export type UsersAsked = z.output<typeof UsersAsked>

/** Exactly what is filtered and sorted now, however many pages that is. */
export const UsersExport = UsersAsked.omit({ page: true, pageSize: true })
export type UsersExport = z.output<typeof UsersExport>

export const UserPage = pageOf(UserRow)

/** How a person signs in to Keyward. */
export const SignInRight = z.object({ role: Role, password: Password })

export const NewUser = z.object({
  kind: UserKind,
  username: Username,
  displayName: Name,
  signIn: SignInRight.nullable().default(null),
})
export type NewUser = z.output<typeof NewUser>

export const UserChange = z.object({
  id: UserId,
  version: Version,
  username: Username,
  displayName: Name,
  role: Role.nullable(),
  /** A new sign-in password; absent keeps the one there is. */
  password: Password.optional(),
})
export type UserChange = z.output<typeof UserChange>

export const UserStatusChange = z.object({ id: UserId, version: Version, status: UserStatus })
export type UserStatusChange = z.output<typeof UserStatusChange>

/** The most that any token of this user may do; `version` is the user's. */
export const Access = z.object({ userId: UserId, version: Version, grants: Grants })
export type Access = z.output<typeof Access>
