/** The present moment, UTC milliseconds. */
export type Now = () => number

/**
 * The machine's clock, moved by `offsetMs`. Only a development build is given an offset, so that
 * tests can let a token expire without waiting for it.
 */
export const clock =
  (offsetMs: number): Now =>
  () =>
    Date.now() + offsetMs

/** Milliseconds from `KEYWARD_CLOCK_OFFSET_MS`; a packaged app ignores it. */
export function clockOffset(environment: NodeJS.ProcessEnv, isPackaged: boolean): number {
  const given = Number(environment['KEYWARD_CLOCK_OFFSET_MS'] ?? 0)
  return isPackaged || !Number.isSafeInteger(given) ? 0 : given
}
