import { limits } from '../limits'

const seconds = (milliseconds: number) => `${milliseconds / 1_000} seconds`
const sized = (bytes: number) =>
  bytes < 1_048_576 ? `${bytes / 1_024} KiB` : `${bytes / 1_048_576} MiB`

/** What holds for every call; the numbers are those that the gateway itself goes by. */
export const introduction = `
Every call presents its token in one header: \`Authorization: Bearer <token>\`. This description
shows what the token that asked for it may do, and nothing else.

**Errors** are problem documents (RFC 9457). A token that does not work is answered with 401 and no
reason; the people who run Keyward see the reason. 403 names the missing permission.

**Lists** come in pages: follow \`next_cursor\` or the header \`Link\` until there is none. A parameter
that is unknown, or sent twice, is refused.

**Changes** are safe to race: a record has an \`ETag\`, and \`If-Match\` changes only the version that
you read. A POST with an \`Idempotency-Key\` can be repeated for ${limits.idempotencyHours} hours.

**Rates**: \`RateLimit\` says how many calls are left in this minute. After 429 wait as long as
\`Retry-After\` says.

HEAD is answered wherever GET is, and OPTIONS with the methods of an address.

| Limit | |
| --- | --- |
| Body | ${sized(limits.bodyBytes)} |
| Levels of a JSON body | ${limits.jsonDepth} |
| Records of a batch | ${limits.batchRecords} |
| Records of a page | ${limits.pageRecords}, ${limits.usualPageRecords} unless asked |
| Header fields | ${limits.headerFields} in ${sized(limits.headerBytes)} |
| Path and query | ${limits.targetCharacters} characters |
| Idempotency-Key | ${limits.idempotencyKeyCharacters} characters |
| Time to send the headers | ${seconds(limits.headersTimeout)} |
| Time to send a request | ${seconds(limits.requestTimeout)} |
| Idle connection | ${seconds(limits.keepAliveTimeout)} |
| Connections at once | ${limits.connections} |
| Requests on a connection | ${limits.requestsPerSocket} |
`.trim()
