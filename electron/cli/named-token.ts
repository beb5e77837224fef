import { TokenId } from '../contract/id'
import type { FoundToken } from '../contract/token'
import { shown } from './choices'
import type { AskKeyward } from './command'
import { Stop } from './stop'
import { fill, words } from './words'

/** What a whole token looks like, also one with a letter lost; such a thing is never looked up. */
const wholeToken = /^kw[usx]_[0-9A-Za-z]{8,}_/

/** The token that was named by its ID, or by a name that it alone has. */
export async function namedToken(ask: AskKeyward, typed: string): Promise<FoundToken> {
  if (wholeToken.test(typed)) throw new Stop('usage', words.tokens.secretGiven)
  // An ID is unique; as a search it also finds the name of its user.
  const found = await ask('tokens.find', { search: typed })
  const byId = TokenId.safeParse(typed)
  const ofThisId = byId.success && found.find(({ token }) => token.id === byId.data)
  if (ofThisId) return ofThisId
  const named = found.filter(({ token }) => token.name === typed)
  const working = named.filter(({ token }) => token.status !== 'revoked')
  const meant = working.length > 0 ? working : named
  const [only, another] = meant
  if (only && !another) return only
  const token = shown(typed)
  if (!only) throw new Stop('not_found', fill(words.tokens.unknown, { token }))
  const ids = meant.map((one) => one.token.id).join(', ')
  const values = { token, count: meant.length, ids }
  throw new Stop('refused', fill(words.tokens.ambiguous, values), 'ambiguous')
}
