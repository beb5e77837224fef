import type { Given } from './command'
import { credentials, signedIn } from './sign-in'
import { createOutput } from './output'
import { exitCodes, type Ending } from './exit-codes'
import { helpOf, overview } from './help'
import type { OpenedProfile } from './opened-profile'
import { readCommand, type Read } from './read-command'
import { ReaderGone, Stop, stopFor } from './stop'
import type { Terminal } from './terminal'

export type CommandLineWorld = {
  terminal: Terminal
  environment: NodeJS.ProcessEnv
  version: string
  now: () => number
  /** Null is the usual folder. Throws a `Stop` where it cannot be opened. */
  open(profile: string | null): Promise<OpenedProfile>
  offline: Given['offline']
  /** Gets our own bugs, whole, where there is no profile yet with a log. */
  report(error: unknown): void
}

/** Runs one command to its end; the answer is its exit code. */
export async function runCommandLine(typed: string[], world: CommandLineWorld): Promise<number> {
  try {
    return exitCodes[await perform(readCommand(typed), world)]
  } catch (error) {
    if (error instanceof ReaderGone) return exitCodes.done
    const stop = asStop(error, world)
    const isJson = typed.includes('--json')
    const { code, sentence } = stop
    world.terminal.say(isJson ? JSON.stringify({ error: code, message: sentence }) : sentence)
    return exitCodes[stop.ending]
  }
}

async function perform(read: Read, world: CommandLineWorld): Promise<Ending> {
  const { terminal, environment, now } = world
  if (read.kind === 'version') {
    await terminal.print(`${world.version}\n`)
    return 'done'
  }
  if (read.kind === 'help') {
    await terminal.print(read.command ? helpOf(read.command) : overview(read.group))
    return 'done'
  }
  const { command, args, options } = read
  const output = createOutput(terminal, options.json === true)
  const given = { args, options, terminal, output, now, offline: world.offline }
  if (command.needs === 'nothing') return command.run(given)
  const profile = await world.open(options.profile ?? null)
  try {
    if (command.needs === 'profile') return await command.run({ ...given, profile })
    const who = await credentials({ options, terminal, environment })
    return await signedIn(profile, who, command, (ask) =>
      command.run({ ...given, ask, choose: profile.choose }),
    )
  } catch (error) {
    if (error instanceof Stop || error instanceof ReaderGone) throw error
    profile.report(error)
    throw stopFor({ code: 'internal' })
  } finally {
    profile.close()
  }
}

function asStop(error: unknown, world: CommandLineWorld): Stop {
  if (error instanceof Stop) return error
  world.report(error)
  return stopFor({ code: 'internal' })
}
