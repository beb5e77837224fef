import type { AskedFilter } from './inventory-filter'

/** One choice sets several parts of a filter, or takes them all away. */
type Choice<Name extends string> = { name: Name; filter: AskedFilter }

export const lastUseChoices = [
  { name: 'used7', filter: { usedWithinDays: 7 } },
  { name: 'used30', filter: { usedWithinDays: 30 } },
  { name: 'used90', filter: { usedWithinDays: 90 } },
  { name: 'unused7', filter: { unusedDays: 7 } },
  { name: 'unused30', filter: { unusedDays: 30 } },
  { name: 'unused90', filter: { unusedDays: 90 } },
  { name: 'never', filter: { neverUsed: true } },
] as const satisfies Choice<string>[]

export const expiryChoices = [
  { name: 'within7', filter: { expiresWithinDays: 7 } },
  { name: 'within30', filter: { expiresWithinDays: 30 } },
  { name: 'within90', filter: { expiresWithinDays: 90 } },
  { name: 'never', filter: { neverExpires: true } },
] as const satisfies Choice<string>[]

export const noLastUse = {
  usedWithinDays: undefined,
  unusedDays: undefined,
  neverUsed: undefined,
} satisfies AskedFilter

export const noExpiry = {
  expiresWithinDays: undefined,
  expiresFrom: undefined,
  expiresBefore: undefined,
  neverExpires: undefined,
} satisfies AskedFilter

/** The choice that the filter is set to; a link may have set what no choice offers. */
export const chosenOf = <C extends Choice<string>>(
  choices: readonly C[],
  filter: AskedFilter,
): C | undefined =>
  choices.find((one) =>
    Object.entries(one.filter).every(
      ([part, value]) => filter[part as keyof AskedFilter] === value,
    ),
  )
