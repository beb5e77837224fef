import type { Locator } from 'playwright'

/** Waits a little for what the window is about to show. */
export const isShown = (what: Locator) =>
  what
    .first()
    .waitFor({ timeout: 5_000 })
    .then(
      () => true,
      () => false,
    )
