import { BrowserWindow } from 'electron'
import type { WindowAddress } from '../contract/window'

/** The one window, also when it is minimized or hidden. */
export function bringToFront(): BrowserWindow | undefined {
  const [window] = BrowserWindow.getAllWindows()
  if (window?.isMinimized()) window.restore()
  window?.show()
  window?.focus()
  return window
}

/** The same, with a page of ours; what the window holds on to may keep it from going there. */
export function openInFront(address: WindowAddress) {
  bringToFront()?.webContents.send('keyward:go', address)
}
