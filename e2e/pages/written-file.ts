import type { ElectronApplication } from 'playwright'

/** The system's dialog cannot be clicked in a test: it answers with this path by itself. */
export const answerSaveDialog = (app: ElectronApplication, path: string) =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
