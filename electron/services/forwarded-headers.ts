/** What Keyward answers an allowed request with, each of them always. */
export const authHeaders = [
  'X-Auth-Subject',
  'X-Auth-Token-Id',
  'X-Auth-Scopes',
  'X-Auth-Entity',
  'X-Auth-Permission',
] as const

/** By these some frameworks take another method or path than the one that was judged. */
export const overridingHeaders = [
  'X-HTTP-Method-Override',
  'X-HTTP-Method',
  'X-Method-Override',
  'X-Original-URL',
  'X-Rewrite-URL',
] as const

/**
 * What some applications read as one of these names: CGI and what descends from it know neither
 * hyphens nor dots in names, and make underscores of both.
 */
export function mistakable(names: readonly string[], separators: readonly string[]): string[] {
  return names.flatMap((name) => {
    const [first = '', ...rest] = name.split('-')
    const spellings = rest.reduce(
      (so, part) => so.flatMap((one) => ['-', ...separators].map((by) => `${one}${by}${part}`)),
      [first],
    )
    return spellings.filter((one) => one !== name)
  })
}
