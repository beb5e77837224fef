import type { IpcMain, WebContents } from 'electron'
import type { Answer } from './answer'
import { isTrustedSender } from './trusted-sender'

/** The one channel on which windows ask. */
export function serve({
  ipcMain,
  answer,
  windows,
  log,
}: {
  ipcMain: Pick<IpcMain, 'handle'>
  answer: Answer
  windows: () => readonly WebContents[]
  log: (what: string, error: unknown) => void
}) {
  ipcMain.handle('keyward:ask', async (event, call: unknown, input: unknown) => {
    if (isTrustedSender(event, windows())) return answer(call, input)
    log('ipc', new Error('a message from a frame that is not ours was dropped'))
    return { ok: false, failure: { code: 'internal' } }
  })
}
