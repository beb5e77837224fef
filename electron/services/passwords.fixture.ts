import { isCommonPassword } from '../crypto/common-passwords'
import type { Passwords } from '../crypto/types'
import { sha256 } from './sha256'

/** Counts instead of costing: the real hashing takes a tenth of a second each time. */
export function createFakePasswords() {
  const done = { hashed: 0, verified: 0 }
  const hashOf = (password: string) => `fake:${sha256(password)}`
  const passwords: Passwords = {
    async hash(password) {
      done.hashed += 1
      return hashOf(password)
    },
    async verify(hash, password) {
      done.verified += 1
      return hash === hashOf(password)
    },
    isCommon: isCommonPassword,
  }
  return { passwords, done }
}
