import type { DemoToken } from './demo-tokens'
import { networks } from './demo-users'

/** Where a token is called from: the same machine for every call of a token. */
export function sourceOf(token: DemoToken): string {
  const network = networks.get(token.user.username) ?? '10.20.200'
  const host = 2 + ([...token.name].reduce((sum, one) => sum + one.codePointAt(0)!, 0) % 250)
  return `${network}.${host}`
}
