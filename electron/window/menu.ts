import { Menu, type MenuItemConstructorOptions } from 'electron'

/** The application menu: what people expect of a desktop program, and no developer tools. */
export function setApplicationMenu(appName: string, isMac: boolean) {
  const mac: MenuItemConstructorOptions[] = isMac ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...mac,
      { label: 'File', submenu: [isMac ? { role: 'close' } : { role: 'quit' }] },
      { role: 'editMenu' },
      {
        label: 'View',
        submenu: [
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { type: 'separator' },
          { role: 'togglefullscreen' },
        ],
      },
      { role: 'windowMenu' },
      { role: 'help', submenu: [{ label: `About ${appName}`, role: 'about' }] },
    ]),
  )
}
