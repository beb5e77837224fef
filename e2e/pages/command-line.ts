import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { electronPath, projectFolder } from '../launch.ts'

export type Typed = {
  /** None for what is checked with files alone. */
  profile?: string
  /** Who signs in; nobody where it is left out. */
  as?: { username: string; password: string }
  /** Keyward's own program, without a display, or plain Node. */
  program?: 'keyward' | 'node'
  /** Something else to start in the place of Electron, that starts it in turn. */
  executable?: string
  env?: Record<string, string>
}

export type Ended = { code: number | null; out: string; err: string }

/** Types a command and waits until it has ended. */
export async function typeCommand(words: string[], typed: Typed): Promise<Ended> {
  const child = startCommand(words, typed)
  const [out, err, [code]] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    once(child, 'close') as Promise<[number | null]>,
  ])
  return { code, out, err }
}

export function startCommand(words: string[], typed: Typed): ChildProcess {
  const { profile, as, program = 'keyward' } = typed
  const signIn = as ? ['--user', as.username, '--password-stdin'] : []
  const inProfile = profile === undefined ? [] : ['--profile', profile]
  const command = [...words, ...inProfile, ...signIn]
  // Somebody on a server, or in a terminal far away, has no display.
  const { DISPLAY: _, ...environment } = process.env
  // Chromium complains of a machine without a system bus.
  const switches = ['--log-level=3', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const [executable, ...args] =
    program === 'node'
      ? [process.execPath, join(projectFolder, 'out/main/cli.js'), ...command]
      : [
          typed.executable ?? electronPath(),
          ...switches,
          projectFolder,
          '--command-line',
          ...command,
        ]
  const child = spawn(executable, args, { env: { ...environment, ...typed.env } })
  child.stdin.end(as ? `${as.password}\n` : '')
  return child
}
