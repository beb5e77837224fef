import type * as z from 'zod'
import { TokenFilter } from '../../electron/contract/inventory'

/** As it is sent to main: what is left out means "any". */
export type AskedFilter = z.input<typeof TokenFilter>
export type FilterPart = keyof AskedFilter

/** What the address of a list can hold. */
export type AddressValue = string | number | true
export type FilterAddress = { search?: string } & {
  [Part in Exclude<FilterPart, 'search'>]?: AddressValue
}

export const filterParts = Object.keys(TokenFilter.shape) as FilterPart[]

/** The filter in an address, which can hold anything; a part that is nonsense is left out. */
export function filterFrom(address: Record<string, unknown>): AskedFilter {
  const parts = filterParts.flatMap((part) => {
    const value = partFrom(part, address[part])
    return value === undefined || value === '' ? [] : [[part, value]]
  })
  const filter = Object.fromEntries(parts) as AskedFilter
  // Revoked tokens are asked for by their status too, and nothing would be both.
  return filter.statuses && !filter.show ? { ...filter, show: 'all' } : filter
}

/** The same filter as an address has it; statuses as one word with commas. */
export const addressOf = (filter: AskedFilter): FilterAddress =>
  Object.fromEntries(
    Object.entries(filter).flatMap(([part, value]) =>
      value === undefined || value === '' || (part === 'show' && value === 'current')
        ? []
        : [[part, Array.isArray(value) ? value.join(',') : value]],
    ),
  )

/** Whether two filters leave the same, however they were written down. */
export const isSameFilter = (one: AskedFilter, other: AskedFilter): boolean =>
  asText(one) === asText(other)

const asText = (filter: AskedFilter) => {
  const address = addressOf(filterFrom(addressOf(filter)))
  return JSON.stringify(filterParts.map((part) => address[part] ?? null))
}

/** A link to a list that begins with this filter. */
export function filterPath(path: string, filter: AskedFilter): string {
  const query = new URLSearchParams(
    Object.entries(addressOf(filter)).map(([part, value]) => [part, String(value)]),
  ).toString()
  return query === '' ? path : `${path}?${query}`
}

function partFrom(part: FilterPart, value: unknown): unknown {
  if (value === undefined) return undefined
  for (const reading of readings(part, value)) {
    const { success, data } = TokenFilter.shape[part].safeParse(reading)
    if (success) return data
  }
  return undefined
}

/** An address written by hand, or by `filterPath`, does not tell texts from numbers. */
function readings(part: FilterPart, value: unknown): unknown[] {
  if (part === 'statuses') return typeof value === 'string' ? [value.split(',')] : []
  if (typeof value !== 'string') return [value, String(value)]
  return [value, value === 'true' ? true : Number(value)]
}
