import { app, BrowserWindow, dialog } from 'electron'
import { join } from 'node:path'

/** The system's own dialogs, over the window that is in front; paths stay in main. */
export const fileChooser = {
  async chooseToWrite(suggestedName: string): Promise<string | null> {
    const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
    const options = { defaultPath: join(app.getPath('documents'), suggestedName) }
    const { canceled, filePath } = await (window
      ? dialog.showSaveDialog(window, options)
      : dialog.showSaveDialog(options))
    return canceled ? null : filePath
  },
}
