import type { FoundToken } from '../contract/token'
import type { Command } from './command'
import { momentWords } from './moments'
import { namedToken } from './named-token'
import { expiryWords, grantsWords, lastUseWords, statusWords } from './token-words'
import { fill, words } from './words'

export const tokensShow: Command = {
  name: 'tokens show',
  needs: 'sign_in',
  takes: ['TOKEN'],
  options: [],
  calls: ['tokens.find'],
  async run({ ask, args, output }) {
    const found = await namedToken(ask, args[0]!)
    await output.thing({ ...found.token, userName: found.userName }, facts(found))
    return 'done'
  },
}

const text = words.tokens

function facts({ token, userName }: FoundToken): [string, string][] {
  const created = { moment: momentWords(token.createdAt), name: token.createdBy }
  const counted = { calls: token.calls, refused: token.refusedCalls }
  return [
    [text.id, token.id],
    [text.name, token.name],
    [text.user, userName],
    [text.status, statusWords(token.status)],
    [text.permissions, grantsWords(token.grants)],
    ...when(text.starts, token.startsAt),
    [text.expires, expiryWords(token.expiresAt)],
    ...when(text.revoked, token.revokedAt),
    [text.lastUse, lastUseWords(token)],
    [text.calls, fill(text.callsCounted, counted)],
    [text.networks, token.networks.join(', ') || text.everywhere],
    [text.created, fill(text.createdBy, created)],
    ...(token.note === '' ? [] : ([[text.note, token.note]] as [string, string][])),
  ]
}

const when = (name: string, at: number | null): [string, string][] =>
  at === null ? [] : [[name, momentWords(at)]]
