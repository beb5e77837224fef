import { app, type BrowserWindow } from 'electron'

/** What becomes of a window that is closed. */
export type Closing = {
  /** Whether it is hidden instead. */
  stays: () => boolean
  hidden: () => void
}

/**
 * A window that stays in the tray is hidden as it is: what it holds is neither asked for nor lost.
 * To quit still closes it, and where it has something to ask then, it is seen.
 */
export function hideOnClose(window: BrowserWindow, { stays, hidden }: Closing) {
  let isQuitting = false
  // Before the listener that closes the windows.
  app.prependListener('before-quit', () => {
    isQuitting = true
  })
  window.webContents.on('will-prevent-unload', () => {
    isQuitting = false
    window.show()
  })
  window.on('close', (event) => {
    if (isQuitting || !stays()) return
    event.preventDefault()
    window.hide()
    hidden()
  })
}
