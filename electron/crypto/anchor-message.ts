import type { Anchor } from '../store/registry'
import { canonical } from './canonical'

/** `previous` is the seal of the anchor before it, so that one in the middle cannot be left out. */
export const anchorMessage = (previous: string | null, { seq, at, mac }: Anchor): Buffer =>
  canonical([previous, seq, at, mac])
