const realm = 'Bearer realm="keyward"'

type Entry = {
  status: number
  title: string
  detail: string
  challenge?: string
  /** Where the type is registered elsewhere; ours is a URN otherwise. */
  type?: string
}

/** Every problem this door answers with (RFC 9457); `type` is `urn:keyward:problem:<name>`. */
export const problems = {
  'bad-request': {
    status: 400,
    title: 'The request is not well-formed',
    detail: 'The request could not be read as HTTP, or a header in it is not allowed.',
  },
  'bad-target': {
    status: 400,
    title: 'The request target is not allowed',
    detail:
      'Paths are plain: segments of letters, digits and . _ ~ - without percent-encoding, empty or dot segments.',
  },
  'invalid-query': {
    status: 400,
    title: 'A query parameter is not allowed',
    detail:
      'The parameters are limit (1 to 1000), cursor, order and where.<indexed field>, each at most once and in the form of the field.',
  },
  'invalid-cursor': {
    status: 400,
    title: 'The cursor is not valid here',
    detail:
      'Send next_cursor of the page before, unchanged, with the same entity, conditions and order, or none.',
  },
  'field-not-indexed': {
    status: 400,
    title: 'The field cannot be filtered or sorted by',
    detail:
      'where and order take the indexed fields of the entity; order takes id and updated_at too.',
  },
  'idempotency-key-missing': {
    status: 400,
    title: 'An Idempotency-Key is needed',
    detail:
      'This entity takes a POST only with a header Idempotency-Key, so that it can be repeated.',
  },
  'invalid-idempotency-key': {
    status: 400,
    title: 'The Idempotency-Key is not valid',
    detail: 'Send one key of 1 to 255 printable characters, in quotes or bare.',
  },
  'invalid-batch': {
    status: 400,
    title: 'The batch is not valid',
    detail: 'Send {"records": [...]} with 1 to 1000 records.',
  },
  'invalid-record-id': {
    status: 400,
    title: 'The id is not valid',
    detail: 'An id of your own has 1 to 64 letters, digits and . _ ~ -',
  },
  'invalid-if-match': {
    status: 400,
    title: 'If-Match or If-None-Match is not an entity tag',
    detail: 'Send the ETag of the record in its quotes, several of them with commas between, or *.',
  },
  'invalid-if-none-match': {
    status: 400,
    title: 'If-None-Match is not taken here',
    detail:
      'A write takes it with PUT alone, as *, for a new record. To change one, send its ETag as If-Match.',
  },
  'bad-json': {
    status: 400,
    title: 'The body is not JSON',
    detail:
      'The body must be one JSON value in UTF-8, no key twice in an object and at most 16 levels deep.',
  },
  'invalid-request': {
    status: 400,
    title: 'The token is not presented as it should be',
    detail: 'Present one token, in one header: Authorization: Bearer <token>.',
    challenge: `${realm}, error="invalid_request", error_description="Present one token in one Authorization header"`,
  },
  'token-missing': {
    status: 401,
    title: 'A token is needed',
    detail: 'Present a token in a header: Authorization: Bearer <token>.',
    challenge: realm,
  },
  'invalid-token': {
    status: 401,
    title: 'The token is not valid',
    detail: 'The token is unknown, or not valid now. Ask whoever issued it.',
    challenge: `${realm}, error="invalid_token", error_description="The token is not valid"`,
  },
  'insufficient-scope': {
    status: 403,
    title: 'The token does not permit this',
    detail: 'The token has no permission for this on this entity. Ask whoever issued it.',
    challenge: `${realm}, error="insufficient_scope"`,
  },
  'original-missing': {
    status: 403,
    title: 'The original request is not named',
    detail:
      'The proxy must name method and URI of the request that it asks about, in the headers of its dialect.',
  },
  'ambiguous-path': {
    status: 403,
    title: 'The request can be read in more than one way',
    detail:
      'Of the original request the path must be plain: no dot or empty segments, no encoded slash, backslash, percent sign, semicolon or control character; and method, path and host must be there once.',
  },
  'no-route': {
    status: 403,
    title: 'No rule lets this request through',
    detail:
      'The route set does not exist, is switched off or is not for this proxy, or none of its rules fits.',
  },
  'origin-refused': {
    status: 403,
    title: 'Calls from web pages are refused',
    detail: 'This API is for programs. A request with an Origin header is not taken.',
  },
  'no-such-resource': {
    status: 404,
    title: 'There is nothing at this address',
    detail: 'Records are at /v1/entities/{entity}/records; the reference is at /docs.',
  },
  'no-such-entity': {
    status: 404,
    title: 'There is no such entity',
    detail: 'No entity has this name.',
  },
  'no-such-record': {
    status: 404,
    title: 'There is no such record',
    detail: 'This entity has no record with this id.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'The method is not allowed here',
    detail: 'The header Allow lists the methods of this address.',
  },
  'not-acceptable': {
    status: 406,
    title: 'The answer would be of a kind that is not accepted',
    detail:
      'Accept excludes every media type that this address answers with. Send */*, or leave it out.',
  },
  'request-timeout': {
    status: 408,
    title: 'The request took too long',
    detail: 'The request did not arrive completely in time.',
  },
  conflict: {
    status: 409,
    title: 'The record is being changed by others',
    detail: 'Nothing was changed. Read the record and try again.',
  },
  'value-taken': {
    status: 409,
    title: 'The record collides with another one',
    detail: 'Nothing was saved. The fields to correct are listed in errors.',
  },
  'record-exists': {
    status: 412,
    title: 'There is a record with this id already',
    detail: 'Nothing was changed. If-None-Match: * creates a record only where there is none.',
  },
  'changed-meanwhile': {
    status: 412,
    title: 'The record is not as it was',
    detail: 'Its version is not the one in If-Match. Nothing was changed. Read it and try again.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    detail: 'A body may have at most 1 MiB.',
  },
  'target-too-long': {
    status: 414,
    title: 'The request target is too long',
    detail: 'Path and query may have at most 2048 characters.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body is of a kind that is not taken',
    detail:
      'Send application/json (for PATCH also application/merge-patch+json), without content encoding.',
  },
  'expectation-failed': {
    status: 417,
    title: 'The expectation cannot be met',
    detail: 'Of expectations only 100-continue is known.',
  },
  'wrong-host': {
    status: 421,
    title: 'This is not the host that was asked',
    detail: 'The Host header must be an address or a name of this gateway, with its port.',
  },
  'invalid-record': {
    status: 422,
    title: 'The record does not fit its entity',
    detail: 'Nothing was saved. Every field to correct is listed in errors.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key was used for another request',
    detail: 'Nothing was saved. Send a new key for a new request, or the same body as before.',
  },
  'if-match-missing': {
    status: 428,
    title: 'If-Match is needed',
    detail: 'This entity is changed only with a header If-Match that names the version you read.',
  },
  'too-many-calls': {
    status: 429,
    title: 'The token calls too often',
    detail: 'The header RateLimit says how many calls are left and when the next minute begins.',
    type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are too large',
    detail: 'A request may have at most 64 header fields in 8 KiB.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong here',
    detail: 'The fault is on this side. The instance names this call for whoever runs it.',
  },
  unavailable: {
    status: 503,
    title: 'Calls cannot be checked now',
    detail: 'The call was not let through, because it could not be checked. Try again later.',
  },
} as const satisfies Record<string, Entry>

export type ProblemName = keyof typeof problems

/** One entry, with its optional parts visible to the type system. */
export const problem = (name: ProblemName): Entry => problems[name]

/** The document of one occurrence. */
export const problemDocument = (name: ProblemName, requestId: string, members: object = {}) => ({
  type: problem(name).type ?? `urn:keyward:problem:${name}`,
  title: problem(name).title,
  status: problem(name).status,
  detail: problem(name).detail,
  instance: `urn:uuid:${requestId}`,
  ...members,
})
