import { day } from '../../electron/contract/time'
import type { Token } from '../../electron/contract/token'

type Unused = Pick<Token, 'unusedMark' | 'unusedSince'>

/** Whole days without a call, where the policy makes something of them. */
export const unusedDays = ({ unusedMark, unusedSince }: Unused, now: number): number | null =>
  unusedMark === null || unusedSince === null ? null : Math.floor((now - unusedSince) / day)

/** One that was unused for too long is enabled like one that somebody disabled. */
export const isSwitchedOn = (token: Pick<Token, 'enabled' | 'unusedMark'>) =>
  token.enabled && token.unusedMark !== 'disabled'
