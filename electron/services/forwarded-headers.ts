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
