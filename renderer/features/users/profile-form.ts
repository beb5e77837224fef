import * as z from 'zod'
import { Password, Role, UserChange, type User } from '../../../electron/contract/user'

/** The fields of the profile; which user and which version are added when it is sent. */
const Fields = UserChange.pick({ username: true, displayName: true }).extend({
  /** Empty is none: a select has no null. */
  role: z.union([Role, z.literal('')]),
  password: z.union([z.literal(''), Password]),
})

/** Whoever may sign in for the first time needs a password to do it with. */
export const profileOf = (user: User) =>
  Fields.refine((typed) => user.role !== null || typed.role === '' || typed.password !== '', {
    path: ['password'],
    error: 'empty',
  })

export type ProfileInput = z.input<typeof Fields>
export type Profile = z.output<typeof Fields>

export const typedFrom = (user: User): ProfileInput => ({
  username: user.username,
  displayName: user.displayName,
  role: user.role ?? '',
  password: '',
})

export const changeOf = (user: User, { username, displayName, role, password }: Profile) => ({
  id: user.id,
  version: user.version,
  username,
  displayName,
  role: role === '' ? null : role,
  ...(password !== '' && role !== '' && { password }),
})
