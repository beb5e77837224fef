import { hash, verify } from '@node-rs/argon2'
import { isCommonPassword } from './common-passwords'
import type { Passwords } from './types'

/** Argon2id, 64 MiB, three passes; 16 random bytes of salt are the library's own. */
const cost = {
  algorithm: 2, // Argon2id; the library's `const enum` cannot be used under isolatedModules
  memoryCost: 65_536,
  timeCost: 3,
  parallelism: 1,
  outputLen: 32,
} as const

/** Of the same cost as a real one and of a password that nobody knows. */
const nobodysHash =
  '$argon2id$v=19$m=65536,t=3,p=1$FVGWPHmbPd9qs5+SUsfJnQ$67sAan4GP+swJx/ua9esQ8KjZ7gMgyMQqZuDbTQnqlc'

/** More at once would only take 64 MiB each and wait for the same two cores. */
const atOnce = 2

export function createPasswords(): Passwords {
  const inTurn = takeTurns(atOnce)
  const matches = (stored: string, password: string) =>
    inTurn(() => verify(stored, password.normalize('NFKC')))

  return {
    hash: (password) => inTurn(() => hash(password.normalize('NFKC'), cost)),

    async verify(stored, password) {
      if (stored !== null) {
        try {
          return await matches(stored, password)
        } catch {
          // Damaged: takes as long as a sound one, below.
        }
      }
      await matches(nobodysHash, password)
      return false
    },

    isCommon: isCommonPassword,
  }
}

/** Runs at most `limit` of the given tasks at a time, first come, first served. */
function takeTurns(limit: number) {
  let running = 0
  const waiting: (() => void)[] = []
  return async <T>(task: () => Promise<T>): Promise<T> => {
    if (running < limit) running += 1
    else await new Promise<void>((go) => waiting.push(go))
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      // The place is handed on, so that nobody who comes in between can take it.
      if (next) next()
      else running -= 1
    }
  }
}
