import { app, BrowserWindow } from 'electron'

/**
 * First the windows, which may have something to ask; then what is open is closed, once; then the
 * app is gone. Nobody can be asked after a signal, so the windows simply go.
 */
export function quitInOrder(close: () => Promise<void>) {
  let closing: Promise<void> | null = null
  let isClosed = false

  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    const windows = BrowserWindow.getAllWindows()
    if (windows.length > 0) for (const window of windows) window.close()
    else
      closing ??= close().finally(() => {
        isClosed = true
        app.quit()
      })
  })

  const atOnce = () => {
    for (const window of BrowserWindow.getAllWindows()) window.destroy()
    app.quit()
  }
  process.on('SIGINT', atOnce)
  process.on('SIGTERM', atOnce)
}
