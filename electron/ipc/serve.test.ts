import { expect, test, vi } from 'vitest'
import { appOrigin } from '../contract/window'
import { serve } from './serve'

function door() {
  const channels = new Map<string, (event: unknown, ...given: unknown[]) => unknown>()
  const answer = vi.fn(async () => ({ ok: true as const, value: null }))
  const log = vi.fn()
  const frame = { url: `${appOrigin}/`, origin: appOrigin, parent: null }
  const window = { mainFrame: frame, isDestroyed: () => false }
  serve({
    ipcMain: { handle: (channel, listener) => void channels.set(channel, listener as never) },
    answer,
    windows: () => [window as never],
    log,
  })
  const ask = (channel: string, ...given: unknown[]) =>
    channels.get(channel)?.({ sender: window, senderFrame: frame }, ...given)
  return { ask, answer, log, channels }
}

test('a page asks by one channel, and dropped files come by another, from the preload', async () => {
  const { ask, answer, channels } = door()
  expect([...channels.keys()]).toEqual(['keyward:ask', 'keyward:dropped'])
  await ask('keyward:ask', 'users.list', {})
  await ask('keyward:dropped', ['/tmp/app.log'])
  expect(answer.mock.calls).toEqual([
    ['users.list', {}],
    ['leaks.scanDropped', { paths: ['/tmp/app.log'] }],
  ])
})

test('a page that names a path itself is not answered', async () => {
  const { ask, answer, log } = door()
  expect(await ask('keyward:ask', 'leaks.scanDropped', { paths: ['/etc'] })).toEqual({
    ok: false,
    failure: { code: 'internal' },
  })
  expect(answer).not.toHaveBeenCalled()
  expect(log).toHaveBeenCalledOnce()
})
