import { app, BrowserWindow, dialog, type OpenDialogOptions } from 'electron'
import { join } from 'node:path'

/** The system's own dialogs, over the window that is in front; paths stay in main. */
export const fileChooser = {
  async chooseToRead(): Promise<string | null> {
    const window = windowInFront()
    const options = { properties: ['openFile' as const, 'showHiddenFiles' as const] }
    const { canceled, filePaths } = await (window
      ? dialog.showOpenDialog(window, options)
      : dialog.showOpenDialog(options))
    return canceled ? null : (filePaths[0] ?? null)
  },

  async chooseFolder(): Promise<string | null> {
    const window = windowInFront()
    const options = { properties: ['openDirectory' as const, 'showHiddenFiles' as const] }
    const { canceled, filePaths } = await (window
      ? dialog.showOpenDialog(window, options)
      : dialog.showOpenDialog(options))
    return canceled ? null : (filePaths[0] ?? null)
  },

  async chooseToWrite(suggestedName: string): Promise<string | null> {
    const window = windowInFront()
    const options = { defaultPath: join(app.getPath('documents'), suggestedName) }
    const { canceled, filePath } = await (window
      ? dialog.showSaveDialog(window, options)
      : dialog.showSaveDialog(options))
    return canceled ? null : filePath
  },

  /** Files that may hold records come first; any other can be chosen too. */
  chooseRecords: () => chooseAmong('CSV, NDJSON', ['csv', 'tsv', 'txt', 'ndjson', 'jsonl']),

  chooseProof: () => chooseAmong('JSON', ['json']),
}

async function chooseAmong(name: string, extensions: string[]): Promise<string | null> {
  const window = windowInFront()
  const options: OpenDialogOptions = {
    defaultPath: app.getPath('documents'),
    properties: ['openFile'],
    filters: [
      { name, extensions },
      { name: '*', extensions: ['*'] },
    ],
  }
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  return canceled ? null : (filePaths[0] ?? null)
}

const windowInFront = () => BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
