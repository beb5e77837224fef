import type { TokenFormat } from './crypto/types'
import { scanPaths } from './services/leak-scan'
import type { RunScan } from './services/scan-order'

/** A scan on this very thread, where no window waits for it. */
export const scanHere =
  (parse: TokenFormat['parse'], report: (error: unknown) => void): RunScan =>
  ({ paths }, { judge, progress }) => {
    let isCancelled = false
    const ended = scanPaths(paths, {
      parse,
      judge,
      isCancelled: () => isCancelled,
      onProgress: progress,
    }).catch((error: unknown) => {
      report(error)
      return null
    })
    return { ended, cancel: () => void (isCancelled = true) }
  }
