import type { CopiedSecret } from '../contract/settings'
import type { Announce } from './announce'
import { createTurns } from './in-turn'

export type ClipboardService = ReturnType<typeof createClipboardService>

/** Electron's clipboard: its calls became asynchronous in version 44. */
export type ClipboardPort = {
  writeText(text: string): void | Promise<void>
  readText(): string | Promise<string>
  clear(): void | Promise<void>
}

/** Runs the work once after so many milliseconds, unless what it returns is called before. */
export type Schedule = (work: () => Promise<void>, milliseconds: number) => () => void

/** Secrets on their way to another program: they stay on the clipboard for a countdown only. */
export function createClipboardService({
  clipboard,
  seconds,
  now,
  schedule,
  announce,
}: {
  clipboard: ClipboardPort
  seconds: () => Promise<number>
  now: () => number
  schedule: Schedule
  announce: Announce
}) {
  let ours: { text: string; cancel: () => void } | null = null
  // Reading and clearing are two steps: a copy between them would be cleared at once.
  const inTurn = createTurns()

  async function clear() {
    if (ours === null) return
    ours.cancel()
    // Someone may have copied something else meanwhile: that is not ours to take away.
    if ((await clipboard.readText()) === ours.text) await clipboard.clear()
    ours = null
    announce('clipboard')
  }

  async function copySecret(text: string): Promise<CopiedSecret> {
    const countdown = await seconds()
    await clipboard.writeText(text)
    ours?.cancel()
    ours = { text, cancel: schedule(() => inTurn(clear), countdown * 1000) }
    announce('clipboard')
    return { clearsAt: now() + countdown * 1000, seconds: countdown }
  }

  return {
    copySecret: (text: string) => inTurn(() => copySecret(text)),
    /** At sign-out and quit: what is left of the countdown is skipped. */
    clearNow: () => inTurn(clear),
  }
}
