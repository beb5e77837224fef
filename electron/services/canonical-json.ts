export type PlainValue =
  null | boolean | number | string | readonly PlainValue[] | { readonly [name: string]: PlainValue }

/**
 * JSON with one spelling for each value (RFC 8785, for whole numbers): names sorted by code units,
 * nothing between. What is signed in it can be checked in any language.
 */
export function canonicalJson(value: PlainValue): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new RangeError('only whole numbers have one spelling everywhere')
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const names = Object.keys(value).toSorted((a, b) => (a < b ? -1 : 1))
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name]!)}`).join(',')}}`
}

const isList = (value: object): value is readonly PlainValue[] => Array.isArray(value)
