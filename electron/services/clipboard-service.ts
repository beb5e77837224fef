import type { CopiedSecret } from '../contract/settings'
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

/** How long a clipboard may take to answer, and how long it is left alone before the next try. */
const patience = 1000
const mostRetries = 3

/** Secrets on their way to another program: they stay on the clipboard for a countdown only. */
export function createClipboardService({
  clipboard,
  seconds,
  now,
  schedule,
}: {
  clipboard: ClipboardPort
  seconds: () => Promise<number>
  now: () => number
  schedule: Schedule
}) {
  type Copied = { text: string; cancel: () => void }
  let ours: Copied | null = null
  // Reading and clearing are two steps: a copy between them would be cleared at once.
  const inTurn = createTurns()

  /** A clipboard that another program holds is tried again: the secret must not stay there. */
  async function clear(retries: number): Promise<void> {
    if (ours === null) return
    const copied = ours
    copied.cancel()
    try {
      if (!(await inTime(remove(copied)))) throw new Error('the clipboard does not answer')
    } catch (error) {
      if (retries === 0) throw error
      copied.cancel = schedule(() => inTurn(() => clear(retries - 1)), patience)
      return
    }
    ours = null
  }

  async function remove(copied: Copied) {
    const text = await clipboard.readText()
    // Someone may have copied something else meanwhile: that is not ours to take away. Nor is
    // what we copied ourselves, if the answer came too late to be waited for.
    if (text === copied.text && ours === copied) await clipboard.clear()
  }

  /** False when the work takes longer than a second; it goes on alone. */
  async function inTime(work: Promise<void>): Promise<boolean> {
    const limit = Promise.withResolvers<boolean>()
    const cancel = schedule(async () => limit.resolve(false), patience)
    return Promise.race([work.then(() => true), limit.promise]).finally(cancel)
  }

  async function copySecret(text: string): Promise<CopiedSecret> {
    const countdown = await seconds()
    await clipboard.writeText(text)
    ours?.cancel()
    ours = { text, cancel: schedule(() => inTurn(() => clear(mostRetries)), countdown * 1000) }
    return { clearsAt: now() + countdown * 1000, seconds: countdown }
  }

  return {
    copySecret: (text: string) => inTurn(() => copySecret(text)),
    /** An address or a sample: nothing that would have to be taken away again. */
    copyText: (text: string) => inTurn(async () => clipboard.writeText(text)),
    /** At sign-out and quit, which wait a second at most: what is left of the countdown is skipped. */
    async clearNow() {
      await inTime(inTurn(() => clear(mostRetries)))
    },
  }
}
