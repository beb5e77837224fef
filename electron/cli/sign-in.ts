import { Credentials, SessionState } from '../contract/session'
import type { AskKeyward, Command } from './command'
import { needsAdministrator } from './needed-role'
import type { OpenedProfile } from './opened-profile'
import type { Options } from './options'
import { Stop, stopFor } from './stop'
import type { Terminal } from './terminal'
import { fill, words } from './words'

type Asked = { options: Options; terminal: Terminal; environment: NodeJS.ProcessEnv }
type SignInCommand = Extract<Command, { needs: 'sign_in' }>

/** Who signs in, and with which password. Never from an argument: others can see those. */
export async function credentials(asked: Asked): Promise<Credentials> {
  const { options, terminal, environment } = asked
  if (options['password-stdin'] && options['password-file'] !== undefined)
    throw new Stop('usage', words.usage.passwordTwice)
  const username = options.user ?? environment['KEYWARD_USER'] ?? (await askUsername(asked))
  const password = await givenPassword(options, terminal)
  if (password === '') throw new Stop('usage', words.signIn.passwordEmpty)
  // No password is this long, and no account has such a name: the one answer for both.
  const read = Credentials.safeParse({ username, password })
  if (!read.success) throw stopFor({ code: 'wrong_credentials' })
  return read.data
}

async function askUsername({ options, terminal }: Asked): Promise<string> {
  // With the password on standard input there is nothing left to ask from.
  if (!terminal.isInteractive || options['password-stdin'])
    throw new Stop('usage', words.signIn.userMissing)
  return terminal.ask(words.signIn.username)
}

async function givenPassword(options: Options, terminal: Terminal): Promise<string> {
  if (options['password-stdin']) return withoutLastNewline(await terminal.readInput())
  const file = options['password-file']
  if (file !== undefined) return passwordIn(file, terminal)
  if (!terminal.isInteractive) throw new Stop('usage', words.signIn.passwordMissing)
  return terminal.askSecret(words.signIn.password)
}

function passwordIn(file: string, terminal: Terminal): string {
  try {
    const { text, readableByOthers } = terminal.readFile(file)
    if (readableByOthers) terminal.say(fill(words.signIn.fileOpen, { file }))
    return withoutLastNewline(text)
  } catch {
    throw new Stop('usage', fill(words.signIn.fileUnreadable, { file }))
  }
}

const withoutLastNewline = (text: string) => text.replace(/\r?\n$/, '')

/** Signs in, lets the work ask what the command may ask, and signs out again whatever happens. */
export async function signedIn<T>(
  profile: OpenedProfile,
  who: Credentials,
  command: SignInCommand,
  work: (ask: AskKeyward) => Promise<T>,
): Promise<T> {
  const answer = async (call: string, input: unknown) => {
    const result = await profile.answer(call, input)
    if (!result.ok) throw stopFor(result.failure)
    return result.value
  }
  const state = SessionState.parse(await answer('session.signIn', who))
  try {
    const role = state.stage === 'signed_in' ? state.user.role : null
    // Main checks each call as well; this spares whoever lacks the role the questions before it.
    if (role !== 'administrator' && needsAdministrator(command.calls))
      throw stopFor({ code: 'role_needed', detail: { role: 'administrator' } })
    return await work((async (call, input) => {
      if (!command.calls.includes(call)) throw new Error(`${command.name} does not name ${call}`)
      return answer(call, input)
    }) as AskKeyward)
  } finally {
    await profile.answer('session.signOut', undefined)
  }
}
