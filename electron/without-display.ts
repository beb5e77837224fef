import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commandMarker } from './typed-command'

const scratchName = 'KEYWARD_COMMAND_SCRATCH'

/**
 * Chromium chooses its display before this program is asked, and ends where there is none. So on
 * Linux the program starts itself again, told to use none, and answers with that one's exit code;
 * null where there is nothing to start.
 */
export async function startedWithoutDisplay(given: {
  argv: string[]
  typed: string[]
  platform: NodeJS.Platform
}): Promise<number | null> {
  const { argv, typed, platform } = given
  if (platform !== 'linux' || argv.some((argument) => argument.startsWith('--ozone-platform=')))
    return null
  const scratch = makeScratch()
  try {
    const [program = '', ...args] = argv
    const ownArguments = args.includes(commandMarker)
      ? args.slice(0, args.indexOf(commandMarker))
      : args.slice(0, args.length - typed.length)
    const child = spawn(
      program,
      // Chromium's own switches come first, where nobody takes them for the command's.
      ['--ozone-platform=headless', '--log-level=3', ...ownArguments, commandMarker, ...typed],
      { stdio: 'inherit', env: { ...process.env, [scratchName]: scratch.folder } },
    )
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => child.kill(signal))
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
    return code ?? (signal === 'SIGINT' ? 130 : 1)
  } finally {
    scratch.remove()
  }
}

/** Where Chromium may write; the program that started this one removes it, after its last word. */
export function scratchOfParent() {
  const folder = process.env[scratchName]
  return folder === undefined ? null : { folder, remove: () => undefined }
}

export function makeScratch() {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-command-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
