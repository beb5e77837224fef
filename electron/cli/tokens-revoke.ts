import { day } from '../contract/time'
import type { Token } from '../contract/token'
import { confirm } from './confirm'
import type { Command, Given } from './command'
import { namedToken } from './named-token'
import { Stop } from './stop'
import { questionAbout } from './token-question'
import { fill, words } from './words'

export const tokensRevoke: Command = {
  name: 'tokens revoke',
  needs: 'sign_in',
  takes: ['TOKEN'],
  options: ['yes', 'confirm-name'],
  calls: ['tokens.find', 'tokens.revoke'],
  async run(given) {
    const { ask, args, output } = given
    const found = await namedToken(ask, args[0]!)
    const { id, name } = found.token
    await confirm(given, questionAbout(words.tokens.askRevoke, found))
    const { value } = await ask('tokens.revoke', {
      id,
      name: await confirmedName(given, found.token),
    })
    await output.done(value, fill(words.tokens.revokedNow, { name, id }))
    return 'done'
  },
}

/** Whether the name is the right one is the service's to say. */
async function confirmedName(given: Given, token: Token): Promise<string | undefined> {
  const { options, terminal, now } = given
  const isInUse = token.lastUsedAt !== null && token.lastUsedAt > now() - day
  const typed = options['confirm-name']
  if (typed !== undefined || !isInUse || token.status === 'revoked') return typed
  if (terminal.isInteractive && !options.yes) return terminal.ask(words.tokens.askName)
  throw new Stop(
    'refused',
    fill(words.tokens.nameNeeded, { name: token.name }),
    'name_confirmation_needed',
  )
}
