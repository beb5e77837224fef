import * as z from 'zod'
import type { Field } from '../../../electron/contract/field'
import { Where } from '../../../electron/contract/record'

const Conditions = z.array(Where).max(16)

/** The conditions that an address holds; what is none, or of no indexed field, is left out. */
export function conditionsIn(kept: string | undefined, fields: readonly Field[]): Where[] {
  if (kept === undefined) return []
  return (Conditions.safeParse(parsed(kept)).data ?? []).filter(({ field }) =>
    fields.some((one) => one.indexed && one.name === field),
  )
}

/** As the address keeps them; none is nothing. */
export const keptConditions = (conditions: Where[]): string | undefined =>
  conditions.length === 0 ? undefined : JSON.stringify(conditions)

/** A second condition on one field would only ever contradict the first, so it replaces it. */
export const withCondition = (conditions: Where[], added: Where): Where[] => [
  ...conditions.filter(({ field }) => field !== added.field),
  added,
]

export const withoutCondition = (conditions: Where[], field: string): Where[] =>
  conditions.filter((one) => one.field !== field)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
