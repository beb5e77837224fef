import { BrowserWindow, type Session } from 'electron'
import { appOrigin } from '../contract/window'
import { rememberWindow, rememberedWindow } from './window-state'

export type WindowParts = {
  session: Session
  preload: string
  icon: string
  /** Where size and place are remembered; null where nothing can be written. */
  stateFolder: string | null
  title: string
}

/** The one window: sandboxed, isolated, shown when its first picture is ready. */
export async function openMainWindow(parts: WindowParts): Promise<BrowserWindow> {
  const remembered =
    parts.stateFolder === null
      ? { width: 1280, height: 800, maximized: false }
      : rememberedWindow(parts.stateFolder)
  const { maximized, ...bounds } = remembered
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 900,
    minHeight: 600,
    title: parts.title,
    icon: parts.icon,
    show: false,
    webPreferences: {
      session: parts.session,
      preload: parts.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  })
  if (maximized) window.maximize()
  if (parts.stateFolder !== null) rememberWindow(window, parts.stateFolder)
  window.once('ready-to-show', () => window.show())
  await window.loadURL(`${appOrigin}/index.html`)
  return window
}
