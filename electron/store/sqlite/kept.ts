/** What was written a moment ago, in the same transaction. */
export function kept<T>(row: T | null | undefined): T {
  if (row === null || row === undefined) throw new Error('a row that was just written is not there')
  return row
}
