import type { FoundToken } from '../contract/token'
import { momentWords } from './moments'
import { fill, words } from './words'

/** Who used it last is what makes people think twice. */
export function questionAbout(question: string, { token, userName }: FoundToken): string {
  const { id, name, lastUsedAt, lastUsedFrom } = token
  const lastUse =
    lastUsedAt === null
      ? words.tokens.notUsed
      : fill(words.tokens.lastUsed, {
          moment: momentWords(lastUsedAt),
          source: lastUsedFrom ?? '?',
        })
  return fill(question, { id, name, user: userName, lastUse })
}
