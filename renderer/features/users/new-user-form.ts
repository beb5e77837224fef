import type { UseFormReturn } from 'react-hook-form'
import type * as z from 'zod'
import type { NewUser } from '../../../electron/contract/user'

export type NewUserInput = z.input<typeof NewUser>
export type NewUserForm = UseFormReturn<NewUserInput, unknown, NewUser>
