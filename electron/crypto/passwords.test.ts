import { verify } from '@node-rs/argon2'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createPasswords } from './passwords'

vi.mock('@node-rs/argon2', { spy: true })

const passwords = createPasswords()
const password = 'a mill by the river'

beforeEach(() => vi.clearAllMocks())

describe('a password', () => {
  test('is kept as Argon2id with 64 MiB and three passes, salted', async () => {
    const [one, other] = await Promise.all([passwords.hash(password), passwords.hash(password)])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(one).not.toBe(other)
    expect(await passwords.verify(one, password)).toBe(true)
    expect(await passwords.verify(one, 'a mill by the rivers')).toBe(false)
  })

  test('is the same however its accents were typed', async () => {
    const hash = await passwords.hash('müller by the riveŕ'.normalize('NFC'))
    expect(await passwords.verify(hash, 'müller by the riveŕ'.normalize('NFD'))).toBe(true)
  })

  test.each([
    ['no hash at all', null],
    ['a damaged hash', '$argon2id$v=19$m=65536,t=3,p=1$broken'],
    ['an empty hash', ''],
  ])('is wrong against %s, at the cost of a real one', async (_, stored) => {
    expect(await passwords.verify(stored, password)).toBe(false)
    const last = vi.mocked(verify).mock.lastCall?.[0]
    expect(last).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  })
})

test('at most two passwords are worked on at once, and all are answered', async () => {
  let running = 0
  let most = 0
  const release: (() => void)[] = []
  vi.mocked(verify).mockImplementation(async () => {
    most = Math.max(most, (running += 1))
    await new Promise<void>((go) => release.push(go))
    running -= 1
    return true
  })
  const answers = Promise.all(Array.from({ length: 7 }, () => passwords.verify('hash', password)))
  let answered = 0
  while (answered < 7) {
    await new Promise((turn) => setImmediate(turn))
    for (const go of release.splice(0)) {
      answered += 1
      go()
    }
  }
  expect(await answers).toEqual(Array(7).fill(true))
  expect(most).toBe(2)
})
