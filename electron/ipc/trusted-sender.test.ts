import type { WebContents, WebFrameMain } from 'electron'
import { describe, expect, it } from 'vitest'
import { appOrigin } from '../contract/window'
import { serve } from './serve'
import { isTrustedSender } from './trusted-sender'

const frameAt = (at: string) => ({ origin: at }) as WebFrameMain
const windowShowing = (mainFrame: WebFrameMain, destroyed = false) =>
  ({ mainFrame, isDestroyed: () => destroyed }) as WebContents

const mainFrame = frameAt(appOrigin)
const ours = windowShowing(mainFrame)
const elsewhere = frameAt('https://keyward.example')
const strayed = windowShowing(elsewhere)
const lookAlike = frameAt('keyward://app.evil')
const lookAlikeWindow = windowShowing(lookAlike)
const closed = windowShowing(mainFrame, true)
const gone = {
  get origin(): string {
    throw new Error('Render frame was disposed before WebFrameMain could be accessed')
  },
} as WebFrameMain
const going = windowShowing(gone)
const windows = [ours, strayed, lookAlikeWindow, closed, going]

const forged: [string, { sender: WebContents; senderFrame: WebFrameMain | null }][] = [
  ['no frame', { sender: ours, senderFrame: null }],
  ['a frame inside our page', { sender: ours, senderFrame: frameAt(appOrigin) }],
  ['a window that is not ours', { sender: windowShowing(mainFrame), senderFrame: mainFrame }],
  ['our window on a foreign page', { sender: strayed, senderFrame: elsewhere }],
  ['an origin that begins like ours', { sender: lookAlikeWindow, senderFrame: lookAlike }],
  ['a window that was closed', { sender: closed, senderFrame: mainFrame }],
  ['a frame that went away', { sender: going, senderFrame: gone }],
  ['no sender', { sender: undefined as unknown as WebContents, senderFrame: mainFrame }],
]

describe('a message', () => {
  it('from the top frame of our window is trusted', () => {
    expect(isTrustedSender({ sender: ours, senderFrame: mainFrame }, windows)).toBe(true)
  })

  it.each(forged)('from %s is not trusted', (_, event) => {
    expect(isTrustedSender(event, windows)).toBe(false)
  })

  it.each(forged)('from %s never reaches the answer', async (_, event) => {
    const asked: unknown[] = []
    const channels = new Map<string, (...given: unknown[]) => unknown>()
    serve({
      ipcMain: { handle: (channel, listener) => void channels.set(channel, listener as never) },
      answer: async (call) => ({ ok: true, value: asked.push(call) }),
      windows: () => windows,
      log: () => undefined,
    })
    expect([...channels.keys()]).toEqual(['keyward:ask', 'keyward:dropped'])
    const ask = channels.get('keyward:ask')
    for (const channel of channels.values())
      expect(await channel(event, 'session.state')).toEqual({
        ok: false,
        failure: { code: 'internal' },
      })
    expect(asked).toEqual([])
    await ask?.({ sender: ours, senderFrame: mainFrame }, 'session.state')
    expect(asked).toEqual(['session.state'])
  })
})
