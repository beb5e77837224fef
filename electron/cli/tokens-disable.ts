import { confirm } from './confirm'
import type { Command } from './command'
import { namedToken } from './named-token'
import { questionAbout } from './token-question'
import { fill, words } from './words'

export const tokensDisable: Command = {
  name: 'tokens disable',
  needs: 'sign_in',
  takes: ['TOKEN'],
  options: ['yes'],
  calls: ['tokens.find', 'tokens.setEnabled'],
  async run(given) {
    const { ask, args, output } = given
    const found = await namedToken(ask, args[0]!)
    const { id, name, version, enabled, status } = found.token
    if (!enabled && status !== 'revoked') {
      await output.done(found.token, fill(words.tokens.disabledBefore, { name, id }))
      return 'done'
    }
    await confirm(given, questionAbout(words.tokens.askDisable, found))
    const { value } = await ask('tokens.setEnabled', { id, version, enabled: false })
    await output.done(value, fill(words.tokens.disabled, { name, id }))
    return 'done'
  },
}
