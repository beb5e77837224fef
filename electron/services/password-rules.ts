import type { Passwords } from '../crypto/types'
import { Refusal } from './refusal'

/** In code points, as NIST SP 800-63B counts: an emoji is one. */
export const passwordLength = { min: 15, max: 256 } as const

/** Refuses a new password that is too short, too long, common, or made of the person's own names. */
export function assertGoodPassword(
  passwords: Passwords,
  password: string,
  owner: { username: string; displayName: string },
  field: string,
) {
  const length = [...password].length
  if (length < passwordLength.min)
    throw new Refusal('password_too_short', field, { min: passwordLength.min })
  if (length > passwordLength.max)
    throw new Refusal('invalid_input', field, { problem: 'too_long' })
  if (passwords.isCommon(password, [owner.username, owner.displayName]))
    throw new Refusal('password_too_common', field)
}
