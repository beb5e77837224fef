import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import { faultText } from './fault-text'

export type Log = {
  info(facts: object, message: string): void
  error(facts: object, message: string): void
}

const largest = 5 * 1024 * 1024

/**
 * One file of lines in the profile, the one before it kept beside. Written at once, so that the
 * last line before a crash is there; only starts, stops and our own bugs are logged, never input.
 * Where nothing can be written there is none: no reason not to start.
 */
export function openLog(folder: string | null): Log {
  try {
    return folder === null ? silentLog : openFile(folder)
  } catch {
    return silentLog
  }
}

function openFile(folder: string): Log {
  const logs = join(folder, 'logs')
  mkdirSync(logs, { recursive: true, mode: 0o700 })
  const file = join(logs, 'keyward.log')
  if (existsSync(file) && statSync(file).size > largest) renameSync(file, `${file}.1`)
  const destination = pino.destination({ dest: file, sync: true, mode: 0o600 })
  // A full disk must not end the app for want of a line in its log.
  destination.on('error', () => undefined)
  return pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination)
}

/** Tells the log of faults, whole. */
export const faultReporter = (log: Log) => (what: string, error: unknown) =>
  log.error({ what, error: faultText(error) }, 'fault')

const silentLog: Log = { info: () => undefined, error: () => undefined }
