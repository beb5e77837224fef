/** A fault of ours, for the log: where it happened, when that is known. */
export const faultText = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)
