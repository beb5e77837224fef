import type { FoundLeak } from '../../../electron/contract/leak'

export type Match = 'live' | 'stopped' | 'other_secret' | 'not_here'

/** How bad it is: the right secret of a token that works is worst. */
export function matchOf({ match, known }: Pick<FoundLeak, 'match' | 'known'>): Match {
  if (match !== 'own_secret') return match
  const status = known?.token.status
  return status === 'active' || status === 'expiring_soon' ? 'live' : 'stopped'
}
