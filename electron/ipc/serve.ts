import type { IpcMain, WebContents } from 'electron'
import type { Call } from '../contract/index'
import type { Answer } from './answer'
import { isTrustedSender } from './trusted-sender'

const dropped: Call = 'leaks.scanDropped'

/** The one channel on which windows ask, and the one on which dropped files come. */
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
    if (isTrustedSender(event, windows()) && call !== dropped) return answer(call, input)
    return refused()
  })
  // The preload has these paths from files that a person dropped; a page has no way to make one.
  ipcMain.handle('keyward:dropped', async (event, paths: unknown) =>
    isTrustedSender(event, windows()) ? answer(dropped, { paths }) : refused(),
  )

  function refused() {
    log('ipc', new Error('a message that no frame of ours sends was dropped'))
    return { ok: false, failure: { code: 'internal' } }
  }
}
