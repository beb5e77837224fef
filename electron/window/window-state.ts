import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen, type BrowserWindow, type Rectangle } from 'electron'
import * as z from 'zod'

const WindowState = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().min(900), height: z.int().min(600) }),
  maximized: z.boolean(),
})
type WindowState = z.output<typeof WindowState>

const standard = { width: 1280, height: 800 }

/** Where the window was, if that place is still on a screen. */
export function rememberedWindow(folder: string): Partial<Rectangle> & { maximized: boolean } {
  const state = read(folder)
  if (state === null || !isOnScreen(state.bounds)) return { ...standard, maximized: false }
  return { ...state.bounds, maximized: state.maximized }
}

/** Keeps size and place when the window closes. */
export function rememberWindow(window: BrowserWindow, folder: string) {
  window.on('close', () => {
    const state = { bounds: window.getNormalBounds(), maximized: window.isMaximized() }
    const file = fileIn(folder)
    try {
      writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 })
      renameSync(`${file}.new`, file)
    } catch {
      // A window that opens in its standard place next time is no reason to keep it from closing.
    }
  })
}

const fileIn = (folder: string) => join(folder, 'window.json')

function read(folder: string): WindowState | null {
  try {
    return WindowState.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')))
  } catch {
    return null
  }
}

function isOnScreen(bounds: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(bounds)
  return (
    bounds.x < workArea.x + workArea.width - 100 &&
    bounds.x + bounds.width > workArea.x + 100 &&
    bounds.y >= workArea.y - 10 &&
    bounds.y < workArea.y + workArea.height - 100
  )
}
