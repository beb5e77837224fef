import type { Seals } from '../crypto/types'
import type { Registry } from '../store/registry'
import type { JudgeSecret } from './leak-findings'
import { sameBytes } from './same-bytes'

/** Whether a found token was issued here; the text goes no further than its digest. */
export const createJudgeSecret =
  ({
    store,
    seals,
  }: {
    store: { tokens: Pick<Registry['tokens'], 'stored'> }
    seals: Pick<Seals, 'digest'>
  }): JudgeSecret =>
  async (token, tokenId) => {
    const stored = await store.tokens.stored(tokenId)
    if (stored === null) return 'not_here'
    return sameBytes(seals.digest(token, stored.keyNumber), stored.digest)
      ? 'own_secret'
      : 'other_secret'
  }
