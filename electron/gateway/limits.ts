/** What one caller may take of this process; times are milliseconds, sizes bytes. */
export const limits = {
  bodyBytes: 1_048_576,
  /** Of a form; a token and a pair of credentials are far smaller. */
  formBytes: 16_384,
  headerBytes: 8_192,
  headerFields: 64,
  targetCharacters: 2_048,
  tokenCharacters: 512,
  /** From the connection to the end of the TLS handshake. */
  handshakeTimeout: 5_000,
  pageRecords: 1_000,
  usualPageRecords: 100,
  batchRecords: 1_000,
  /** Deeper is nobody's record; counted before anything recursive sees the text. */
  jsonDepth: 32,
  idempotencyKeyCharacters: 255,
  idempotencyHours: 24,
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  /** Without a byte in either direction, as when a client does not read its answer. */
  stalledTimeout: 30_000,
  // Node looks for overdue connections every 30 s unless told otherwise.
  connectionsCheckingInterval: 1_000,
  connections: 128,
  requestsPerSocket: 1_000,
}
