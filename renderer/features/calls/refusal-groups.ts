import type { RefusalReason } from '../../../electron/contract/gateway'

/** All reasons, in the order in which a reader would look for one. */
export const refusalGroups = [
  {
    name: 'sent',
    reasons: ['no_token', 'several_tokens', 'token_in_query', 'token_in_body', 'malformed_token'],
  },
  {
    name: 'token',
    reasons: [
      'unknown_token',
      'wrong_secret',
      'secret_replaced',
      'revoked',
      'disabled',
      'unused_too_long',
      'user_disabled',
      'not_yet_active',
      'expired',
      'tampered_row',
    ],
  },
  {
    name: 'may',
    reasons: [
      'not_granted',
      'beyond_user_access',
      'unknown_entity',
      'source_not_allowed',
      'rate_limited',
    ],
  },
  { name: 'caller', reasons: ['wrong_host', 'web_page'] },
  {
    name: 'forwardAuth',
    reasons: [
      'proxy_not_allowed',
      'no_route_set',
      'no_route',
      'ambiguous_path',
      'original_missing',
    ],
  },
  {
    name: 'introspection',
    reasons: [
      'no_client',
      'unknown_client',
      'wrong_client_secret',
      'client_revoked',
      'client_user_disabled',
      'tampered_client',
      'beyond_client_access',
    ],
  },
] as const satisfies readonly { name: string; reasons: readonly RefusalReason[] }[]
