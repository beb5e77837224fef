import { fitsOneOf } from '../contract/name-pattern'
import type { Policy } from '../contract/policy'
import { Refusal } from './refusal'

/** Asked wherever a token is given a name: at its creation and when it is renamed. */
export function assertNameFits(name: string, { namePatterns }: Pick<Policy, 'namePatterns'>) {
  if (!fitsOneOf(name, namePatterns))
    throw new Refusal('name_not_allowed', 'name', {
      patterns: namePatterns.map((pattern) => `“${pattern}”`).join(', '),
    })
}
