import * as z from 'zod'

/**
 * Everything that can be refused, as one closed list. A new code does not compile until the
 * window's texts and the gateway's statuses both know it.
 */
export const failureCodes = [
  'invalid_input',
  'not_signed_in',
  'role_needed',
  'already_set_up',
  'wrong_credentials',
  'too_many_attempts',
  'password_too_short',
  'password_too_common',
  'username_taken',
  'entity_name_taken',
  'too_many_entities',
  'token_name_taken',
  'route_set_name_taken',
  'view_name_taken',
  'too_many_views',
  'not_found',
  'changed_meanwhile',
  'last_administrator',
  'person_needed',
  'service_account_needed',
  'expiry_in_past',
  'expiry_beyond_policy',
  'never_not_allowed',
  'beyond_access',
  'token_revoked',
  'token_tampered',
  'name_confirmation_needed',
  'count_confirmation_needed',
  'too_many_tokens',
  'client_name_taken',
  'client_revoked',
  'field_type_fixed',
  'field_name_fixed',
  'field_in_use',
  'field_unknown',
  'field_default_unfit',
  'field_check_running',
  'field_not_indexed',
  'file_not_writable',
  'file_of_keyward',
  'transfer_running',
  'export_running',
  'activity_export_running',
  'proof_in_the_way',
  'proof_unreadable',
  'proof_changed',
  'proof_of_others',
  'export_running',
  'import_not_a_file',
  'import_unreadable',
  'import_too_large',
  'import_too_many_rows',
  'import_empty',
  'import_utf16',
  'import_not_text',
  'import_not_utf8',
  'import_header_broken',
  'import_too_many_columns',
  'import_columns',
  'import_key_unfit',
  'import_check_needed',
  'import_file_changed',
  'import_entity_changed',
  'import_rows_refused',
  'user_import_running',
  'user_file_changed',
  'user_rows_refused',
  'scan_running',
  'start_not_before_expiry',
  'review_empty',
  'review_too_long',
  'review_undecided',
  'review_over',
  'not_narrower',
  'gateway_not_running',
  'port_in_use',
  'port_not_allowed',
  'address_not_available',
  'tls_needed',
  'file_not_readable',
  'certificate_not_pem',
  'certificate_expired',
  'certificate_not_valid_yet',
  'certificate_unusable',
  'key_file_not_pem',
  'key_file_has_passphrase',
  'key_file_does_not_fit',
  'gateway_not_answering',
  'profile_not_writable',
  'profile_not_empty',
  'profile_in_use',
  'database_newer',
  'database_damaged',
  'keys_missing',
  'keys_unreadable',
  'runtime_too_old',
  'internal',
] as const

export const FailureCode = z.enum(failureCodes)
export type FailureCode = z.output<typeof FailureCode>

/** Plain values a text may mention: a role, a number of seconds, a port, a limit. Never a secret. */
export const FailureDetail = z.record(z.string(), z.union([z.string(), z.number()]))
export type FailureDetail = z.output<typeof FailureDetail>

export type Failure = {
  code: FailureCode
  /** Dotted path of the input that was refused, where one input is to blame. */
  field?: string | undefined
  detail?: FailureDetail | undefined
}

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure }
