import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** How Keyward was asked to start. */
export type StartArguments = {
  demo: boolean
  /** Absolute; null is Electron's own userData. */
  profile: string | null
  /** The gateway's port for this run; null is the one from the settings. 0 takes any free one. */
  port: number | null
}

/** Thrown with the sentence to print when the command line makes no sense. */
export class ArgumentError extends Error {}

/**
 * Reads what follows the executable (and, unpackaged, the application's path). Chromium's own
 * switches are in there too, so what is unknown is left alone.
 */
export function readArguments(args: string[], cwd: string): StartArguments {
  const { values } = parseArgs({
    args,
    options: {
      demo: { type: 'boolean' },
      profile: { type: 'string' },
      port: { type: 'string' },
    },
    strict: false,
    allowPositionals: true,
  })
  if (typeof values.demo === 'string') throw new ArgumentError('--demo takes no value.')
  const demo = values.demo === true
  if (demo && values.profile !== undefined)
    throw new ArgumentError(
      '--demo always uses a throw-away profile, so it cannot be given together with --profile.',
    )
  return { demo, profile: profileOf(values.profile, cwd), port: portOf(values.port) }
}

function profileOf(given: string | boolean | undefined, cwd: string): string | null {
  if (given === undefined) return null
  if (typeof given !== 'string' || given.trim() === '')
    throw new ArgumentError('--profile needs a folder, for example --profile ./my-profile')
  return resolve(cwd, given)
}

function portOf(given: string | boolean | undefined): number | null {
  if (given === undefined) return null
  const port = typeof given === 'string' && /^\d{1,5}$/.test(given) ? Number(given) : -1
  if (port === 0 || (port >= 1024 && port <= 65_535)) return port
  throw new ArgumentError('--port needs a number from 1024 to 65535, or 0 for any free port.')
}
