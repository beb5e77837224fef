/** The headers of answers, by the names under which the document refers to them. */
export const headers = {
  RateLimit: {
    description:
      'What the token has left of its calls in this minute (r), and the seconds until the next one begins (t).',
    schema: { type: 'string' },
    example: '"token";r=599;t=60',
  },
  'RateLimit-Policy': {
    description: 'How many calls (q) the token has in how many seconds (w).',
    schema: { type: 'string' },
    example: '"token";q=600;w=60',
  },
  'Retry-After': {
    description: 'Seconds to wait before the next try.',
    required: true,
    schema: { type: 'string', pattern: '^[0-9]+$' },
    example: '17',
  },
  'WWW-Authenticate': {
    description: 'How a token is to be presented, and what is wrong with this one (RFC 6750).',
    schema: { type: 'string' },
    example: 'Bearer realm="keyward", error="invalid_token"',
  },
  ETag: {
    description: 'The version of the record, for If-Match and If-None-Match.',
    required: true,
    schema: { type: 'string' },
    example: '"3"',
  },
  'Document-ETag': {
    description: 'Changes with the document, for If-None-Match.',
    required: true,
    schema: { type: 'string' },
    example: '"kq1oZrDhJ3kPqjXn"',
  },
  Location: {
    description: 'The address of the new record.',
    required: true,
    schema: { type: 'string' },
    example: '/v1/entities/orders/records/0190b8a2-7c1e-7a51-9d0b-3a0c52b4f7d1',
  },
  Link: {
    description: 'The next page (rel="next"), with the same conditions. Not there on the last one.',
    schema: { type: 'string' },
    example: '</v1/entities/orders/records?limit=100&cursor=eyJlIjox.c2ln>; rel="next"',
  },
  Allow: {
    description: 'The methods of this address, where the method was refused.',
    schema: { type: 'string' },
    example: 'GET, HEAD, OPTIONS',
  },
  'Idempotency-Replayed': {
    description: 'true where the answer is the one of an earlier call with the same key.',
    schema: { type: 'string', enum: ['true'] },
    example: 'true',
  },
} as const

export type HeaderName = keyof typeof headers

/** Headers of an answer, most under their own names. */
export const refersToHeaders = (...names: HeaderName[]) =>
  Object.fromEntries(
    names.map((name) => [
      name === 'Document-ETag' ? 'ETag' : name,
      { $ref: `#/components/headers/${name}` },
    ]),
  )

/** On every answer to a token that works. */
export const rateHeaderNames = ['RateLimit', 'RateLimit-Policy'] as const
