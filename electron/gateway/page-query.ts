import { Problem } from './respond'

const defaultLimit = 100
const mostRecords = 1000

/** `limit` and `cursor`, each at most once. A parameter that would be ignored is refused instead. */
export function readPageQuery(query: unknown): { limit: number; cursor: string | null } {
  const { limit, cursor, ...others } = query as Record<string, unknown>
  if (Object.keys(others).length > 0) throw new Problem('invalid-query')
  return { limit: readLimit(limit), cursor: readCursor(cursor) }
}

function readLimit(limit: unknown): number {
  if (limit === undefined) return defaultLimit
  const isNumber = typeof limit === 'string' && /^[1-9]\d{0,3}$/.test(limit)
  if (!isNumber || Number(limit) > mostRecords) throw new Problem('invalid-query')
  return Number(limit)
}

function readCursor(cursor: unknown): string | null {
  if (cursor === undefined) return null
  if (typeof cursor !== 'string') throw new Problem('invalid-query')
  return cursor
}
