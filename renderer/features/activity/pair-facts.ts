import type { Facts } from '../../../electron/contract/activity'

export type FactValue = Facts[string] | undefined

type FactPair = { name: string; before: FactValue; after: FactValue; changed: boolean }

/** Each fact once, with both its values; undefined is "was not written down". */
export function pairFacts(before: Facts | null, after: Facts | null): FactPair[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...names].map((name) => {
    const pair = { before: before?.[name], after: after?.[name] }
    return {
      name,
      ...pair,
      changed: before !== null && JSON.stringify(pair.before) !== JSON.stringify(pair.after),
    }
  })
}
