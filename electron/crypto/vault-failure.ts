import type { FailureCode, FailureDetail } from '../contract/failure'

/** Why the keys could not be had. Nothing was changed. */
export class VaultFailure extends Error {
  constructor(
    readonly code: Extract<
      FailureCode,
      'keys_missing' | 'keys_unreadable' | 'profile_not_writable'
    >,
    readonly detail: FailureDetail = {},
    options?: ErrorOptions,
  ) {
    super(code, options)
    this.name = 'VaultFailure'
  }
}
