import type { FoundToken, Token } from '../contract/token'
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
    [text.expires, limitedWords(token)],
    ...when(text.rotating, token.rotatingUntil),
    ...when(text.revoked, token.revokedAt),
    [text.lastUse, lastUseWords(token)],
    ...given(text.unused, token.unusedMark && text.unusedMarks[token.unusedMark]),
    [text.calls, fill(text.callsCounted, counted)],
    [text.networks, token.networks.join(', ') || text.everywhere],
    [text.created, fill(text.createdBy, created)],
    ...given(text.system, token.system),
    ...given(text.contact, token.contact),
    ...given(text.keptIn, token.keptIn),
    ...given(text.note, token.note),
  ]
}

/** Which rule it is that ends the token. */
const limitedWords = ({ expiresAt, isExpiryLimited }: Token) => {
  const moment = expiryWords(expiresAt)
  return isExpiryLimited ? fill(text.limited, { moment }) : moment
}

const given = (name: string, value: string | null): [string, string][] =>
  value ? [[name, value]] : []

const when = (name: string, at: number | null): [string, string][] =>
  at === null ? [] : [[name, momentWords(at)]]
