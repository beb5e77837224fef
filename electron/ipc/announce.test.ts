import { expect, it } from 'vitest'
import { createAnnounce } from './announce'

it('tells each open window once a tick, each topic once', () => {
  const told: unknown[][] = []
  const waiting: (() => void)[] = []
  const window = {
    send: (...message: unknown[]) => void told.push(message),
    isDestroyed: () => false,
  }
  const closed = { ...window, isDestroyed: () => true }
  const announce = createAnnounce({
    windows: () => [window, closed],
    soon: (work) => waiting.push(work),
  })

  announce('tokens', 'activity')
  announce('tokens', 'users')
  announce()
  expect(told).toEqual([])
  waiting.splice(0).forEach((work) => work())
  expect(told).toEqual([['keyward:changed', ['tokens', 'activity', 'users']]])

  announce('policy')
  waiting.splice(0).forEach((work) => work())
  expect(told.at(-1)).toEqual(['keyward:changed', ['policy']])
})
