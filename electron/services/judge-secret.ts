import type { Seals } from '../crypto/types'
import type { Registry } from '../store/registry'
import type { JudgeSecret } from './leak-findings'
import { presentedSecret } from './presented-secret'

/** Whether a found token was issued here; the text goes no further than its digest. */
export const createJudgeSecret =
  ({
    store,
    seals,
    now,
  }: {
    store: { tokens: Pick<Registry['tokens'], 'stored'> }
    seals: Pick<Seals, 'digest'>
    now: () => number
  }): JudgeSecret =>
  async (token, tokenId) => {
    const stored = await store.tokens.stored(tokenId)
    if (stored === null) return 'not_here'
    const secret = presentedSecret(token, stored, seals)
    if (secret === null) return 'other_secret'
    const isRetired = secret.validUntil !== null && secret.validUntil <= now()
    return isRetired ? 'old_secret' : 'own_secret'
  }
