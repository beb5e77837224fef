import * as z from 'zod'
import { FirstAdministrator } from '../../../electron/contract/session'
import { isLongEnough } from '../../ui/password-length'

const Typed = FirstAdministrator.extend({
  password: FirstAdministrator.shape.password.refine(isLongEnough, {
    error: 'password_too_short',
  }),
  confirmPassword: z.string(),
})

/** What is typed at the first start; the two passwords are compared whatever else is amiss. */
export const NewAdministrator = Typed.refine((typed) => typed.password === typed.confirmPassword, {
  path: ['confirmPassword'],
  error: 'passwords_differ',
  when: () => true,
})
export type TypedAdministrator = z.input<typeof NewAdministrator>
