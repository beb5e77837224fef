import { ipcMain, type WebContents } from 'electron'
import type { Failure } from './contract/failure'
import { createAnswer } from './ipc/answer'
import { brokenHandlers } from './ipc/broken-handlers'
import { failureIn } from './ipc/failure-in'
import { serve } from './ipc/serve'
import { faultReporter, type Log } from './log'

/** What the window talks to when Keyward could not start: it can only say why. */
export function composeBroken(error: unknown, windows: () => WebContents[], log: Log) {
  const failure: Failure = failureIn(error) ?? { code: 'internal' }
  const report = faultReporter(log)
  report('start', error)
  console.error(`Keyward could not start (${failure.code}); its window says why.`)
  const session = { current: () => Promise.resolve(null) }
  const answer = createAnswer({ handlers: brokenHandlers(failure), session, log: report })
  serve({ ipcMain, answer, windows, log: report })
}
