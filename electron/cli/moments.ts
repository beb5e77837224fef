/** `2027-03-31 23:59`, in the zone of this computer: it sorts, and everybody reads it. */
const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' })

export const momentWords = (at: number) => format.format(at)

/** The same value for programs: what the contract has as milliseconds is written as ISO 8601. */
export function withIsoMoments(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withIsoMoments)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      typeof one === 'number' && /(^at|At)$/.test(name)
        ? new Date(one).toISOString()
        : withIsoMoments(one),
    ]),
  )
}
