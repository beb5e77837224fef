import type { FailureCode } from '../contract/failure'
import { Refusal } from './refusal'

/** What the store refused with a word becomes a Refusal; anything else is the stored row. */
export function accepted<Row extends object>(
  outcome: Row | FailureCode,
  fields: Partial<Record<FailureCode, string>> = {},
): Row {
  if (typeof outcome === 'string') throw new Refusal(outcome, fields[outcome])
  return outcome
}

export function found<Row extends object>(row: Row | null, field?: string): Row {
  if (row === null) throw new Refusal('not_found', field)
  return row
}
