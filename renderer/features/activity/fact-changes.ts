import type { Facts } from '../../../electron/contract/activity'

export type FactValue = Facts[string]

/** One fact, and what became of it; a list says which of its items came, went and stayed. */
export type FactChange = { name: string } & (
  | { is: 'set' | 'added' | 'removed' | 'same'; value: FactValue }
  | { is: 'changed'; before: FactValue; after: FactValue }
  | { is: 'list'; added: string[]; removed: string[]; kept: number }
)

/**
 * The difference that an entry tells of. Where it has only an after, nothing is compared: the values
 * are what was set, or what is said about it.
 */
export function factChanges(before: Facts | null, after: Facts | null): FactChange[] {
  if (before === null || after === null)
    return Object.entries(after ?? before ?? {}).map(([name, value]) => ({
      name,
      is: before === null ? 'set' : 'removed',
      value,
    }))
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].map((name) => changeOf(name, before[name], after[name]))
}

function changeOf(
  name: string,
  before: FactValue | undefined,
  after: FactValue | undefined,
): FactChange {
  // Said on one side alone, it is no change: when a token was last used before it was revoked.
  if (before === undefined || after === undefined)
    return { name, is: 'set', value: before ?? after ?? null }
  if (JSON.stringify(before) === JSON.stringify(after)) return { name, is: 'same', value: after }
  if (isList(before) && isList(after)) {
    const [old, now] = [itemsOf(before), itemsOf(after)]
    const added = now.filter((one) => !old.includes(one))
    const removed = old.filter((one) => !now.includes(one))
    // The same items in another order are told as a whole.
    if (added.length + removed.length > 0)
      return { name, is: 'list', added, removed, kept: now.length - added.length }
  }
  if (isNothing(before) && !nullIsSaid(name)) return { name, is: 'added', value: after }
  if (isNothing(after) && !nullIsSaid(name)) return { name, is: 'removed', value: before }
  return { name, is: 'changed', before, after }
}

const isNothing = (value: FactValue) => value === null || value === ''
/** Without an expiry is "Never", which is a value. */
const nullIsSaid = (name: string) => name === 'expiresAt'

const isList = (value: FactValue) => Array.isArray(value) || value === null
const itemsOf = (value: FactValue): string[] => (Array.isArray(value) ? value : [])
