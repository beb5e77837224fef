import type { FoundLeak } from '../../../electron/contract/leak'

export type Match = 'live' | 'stopped' | 'old_secret' | 'other_secret' | 'not_here'

/** How bad it is: the right secret of a token that works is worst. */
export function matchOf({ match, known }: Pick<FoundLeak, 'match' | 'known'>): Match {
  if (match !== 'own_secret') return match
  const token = known?.token
  const isValid = token?.status === 'active' || token?.status === 'expiring_soon'
  return isValid && token.unusedMark !== 'disabled' ? 'live' : 'stopped'
}
