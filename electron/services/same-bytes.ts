import { timingSafeEqual } from 'node:crypto'

/** Compares without telling by its time where two differ. */
export const sameBytes = (a: Buffer, b: Buffer): boolean =>
  a.length === b.length && timingSafeEqual(a, b)
