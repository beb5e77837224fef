import type { FailureCode } from '../contract/failure'

/** How a command ends, as one closed list; the README and `keyward help` name them. */
export const exitCodes = {
  done: 0,
  refused: 1,
  usage: 2,
  not_allowed: 3,
  not_found: 4,
  found: 5,
  profile: 6,
  not_listening: 7,
  interrupted: 130,
} as const
export type Ending = keyof typeof exitCodes

const endings: Partial<Record<FailureCode, Ending>> = {
  wrong_credentials: 'not_allowed',
  too_many_attempts: 'not_allowed',
  not_signed_in: 'not_allowed',
  role_needed: 'not_allowed',
  not_found: 'not_found',
  profile_not_writable: 'profile',
  profile_not_empty: 'profile',
  profile_in_use: 'profile',
  database_newer: 'profile',
  database_damaged: 'profile',
  keys_missing: 'profile',
  keys_unreadable: 'profile',
  runtime_too_old: 'profile',
  port_in_use: 'not_listening',
  port_not_allowed: 'not_listening',
  address_not_available: 'not_listening',
  tls_needed: 'not_listening',
}

export const endingOf = (code: FailureCode): Ending => endings[code] ?? 'refused'
