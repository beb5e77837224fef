import * as z from 'zod'
import { FailureCode, FailureDetail } from './failure'
import { UserId } from './id'
import { Name, Username } from './text'
import { Password, Role } from './user'

export const SignedIn = z.object({
  userId: UserId,
  username: z.string(),
  displayName: z.string(),
  role: Role,
})
export type SignedIn = z.output<typeof SignedIn>

/** Where the window stands; the first thing it asks. */
export const SessionState = z.discriminatedUnion('stage', [
  z.object({
    stage: z.literal('broken'),
    failure: z.object({ code: FailureCode, detail: FailureDetail.optional() }),
  }),
  z.object({ stage: z.literal('first_start'), demo: z.boolean() }),
  z.object({ stage: z.literal('signed_out'), demo: z.boolean() }),
  z.object({ stage: z.literal('signed_in'), demo: z.boolean(), user: SignedIn }),
])
export type SessionState = z.output<typeof SessionState>

export const FirstAdministrator = z.object({
  username: Username,
  displayName: Name,
  password: Password,
})
export type FirstAdministrator = z.output<typeof FirstAdministrator>

/** Not checked beyond its size: whatever was typed gets the one same answer. */
export const Credentials = z.object({
  username: z.string().max(256),
  password: z.string().max(1024),
})
export type Credentials = z.output<typeof Credentials>
