import { Menu, nativeImage, Tray } from 'electron'

export type TrayParts = {
  icon: string
  words: { open: string; expiry: string; quiet: string; quit: string }
  open: () => void
  openExpiry: () => void
  setQuiet: (isQuiet: boolean) => void
  quit: () => void
}

/** In the system's tray, which has room for no more than a mark and a few words. */
export function createTray(parts: TrayParts) {
  const { words } = parts
  let tray: Tray | null = null

  function opened(): Tray {
    const made = new Tray(nativeImage.createFromPath(parts.icon).resize({ width: 22, height: 22 }))
    made.on('click', parts.open)
    return made
  }

  return {
    show({ tooltip, isQuiet }: { tooltip: string; isQuiet: boolean }) {
      tray ??= opened()
      tray.setToolTip(tooltip)
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: words.open, click: parts.open },
          { label: words.expiry, click: parts.openExpiry },
          { type: 'separator' },
          {
            label: words.quiet,
            type: 'checkbox',
            checked: isQuiet,
            click: () => parts.setQuiet(!isQuiet),
          },
          { type: 'separator' },
          { label: words.quit, click: parts.quit },
        ]),
      )
    },

    remove() {
      tray?.destroy()
      tray = null
    },
  }
}
