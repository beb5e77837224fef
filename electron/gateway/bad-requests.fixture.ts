import { records, type BadInput, type Here, type Outcome } from './bad-input.fixture'

const json = 'Content-Type: application/json'
const chunked = 'Transfer-Encoding: chunked'
const number = '{"number":"2"}'

/** Bytes that never become a request: the parser is lost, so the connection ends with the answer. */
const noRequest: Outcome = { answer: 'bad-request', connection: 'closed' }
/** The head was good and so was its token. */
const brokenBody: Outcome = { ...noRequest, counted: 'at_the_end' }
const tooSlow: Outcome = { ...brokenBody, answer: 'request-timeout' }
const badTarget: Outcome = { answer: 'bad-target', connection: 'usable' }
/** Its token was good; the body was not, and the connection ends with it. */
const badJson: Outcome = { answer: 'bad-json', connection: 'closed', counted: 'allowed' }
const otherType: Outcome = {
  answer: 'unsupported-media-type',
  connection: 'usable',
  counted: 'allowed',
}
const otherCharset: Outcome = { ...otherType, connection: 'closed' }
const fine: Outcome = { answer: 200, connection: 'usable', counted: 'allowed' }

const each = (values: string[], message: (value: string, here: Here) => string | Buffer) =>
  Object.fromEntries(values.map((value) => [value, (here: Here) => message(value, here)]))

const toHost = (name: string, { auth, message, port }: Here) =>
  message([`GET ${records} HTTP/1.1`, `Host: ${name.replaceAll('PORT', String(port))}`, auth])

const withBody = (lines: string[], body: string) => (here: Here) => here.post(lines, body)
const inEncoding = (encoding: string, { post }: Here) =>
  post([json, `Transfer-Encoding: ${encoding}`], '0\r\n\r\n')
const inChunks = (chunks: string) => withBody([json, chunked], chunks)

/** The requests of the list of bad inputs, 65 to 103. */
export const badRequests: BadInput[] = [
  {
    number: 65,
    input: 'no Host',
    becomes: { answer: 'bad-request', connection: 'usable' },
    sent: { 'in HTTP/1.1': ({ auth, message }) => message([`GET ${records} HTTP/1.1`, auth]) },
  },
  {
    number: 66,
    input: 'two Host headers',
    becomes: { answer: 'bad-request', connection: 'usable' },
    sent: {
      'the same twice': ({ get, host }) => get(records, host),
      'ours and another': ({ get }) => get(records, 'Host: evil.example'),
      'ours and an empty one': ({ get }) => get(records, 'Host:'),
    },
  },
  {
    number: 67,
    input: 'the Host of another name, as DNS rebinding sends',
    decided: '421 names what is wrong; 403 would send the caller to look for a permission.',
    becomes: { answer: 'wrong-host', connection: 'usable', kept: 'wrong_host' },
    sent: each(
      [
        'evil.example',
        'evil.example:PORT',
        '127.0.0.1',
        'localhost',
        '[::1]',
        'localhost:1',
        '127.0.0.1:0PORT',
        '127.0.0.1:PORT.evil.example',
        'localhost.evil.example:PORT',
        'localhost.:PORT',
        'user@127.0.0.1:PORT',
        '127.1:PORT',
        '2130706433:PORT',
        '0.0.0.0:PORT',
        '[::ffff:127.0.0.1]:PORT',
        '127.0.0.1:PORT, localhost:PORT',
        '127.0.0.1:PORT/',
        '',
      ],
      toHost,
    ),
  },
  {
    number: 68,
    input: 'a call from a web page',
    becomes: { answer: 'origin-refused', connection: 'usable', kept: 'web_page' },
    sent: {
      ...each(
        [
          'Origin: https://evil.example',
          'Origin: null',
          'Origin:',
          'Origin: http://127.0.0.1',
          'Sec-Fetch-Site: cross-site',
          'Sec-Fetch-Site: same-site',
          'Sec-Fetch-Site: same-origin',
        ],
        (line, { get }) => get(records, line),
      ),
      'a preflight': ({ host, message }) =>
        message([
          `OPTIONS ${records} HTTP/1.1`,
          host,
          'Origin: https://evil.example',
          'Access-Control-Request-Method: DELETE',
        ]),
    },
  },
  {
    number: 69,
    input: 'a length and chunks',
    becomes: noRequest,
    sent: {
      'length first': withBody([json, 'Content-Length: 5', chunked], '0\r\n\r\n'),
      'chunks first': withBody([json, chunked, 'Content-Length: 5'], '0\r\n\r\n'),
    },
  },
  {
    number: 70,
    input: 'two lengths',
    becomes: noRequest,
    sent: {
      'that differ': withBody([json, 'Content-Length: 14', 'Content-Length: 15'], number),
      'that are the same': withBody([json, 'Content-Length: 14', 'Content-Length: 14'], number),
    },
  },
  {
    number: 71,
    input: 'a list of lengths',
    becomes: noRequest,
    sent: { '14, 14': withBody([json, 'Content-Length: 14, 14'], number) },
  },
  {
    number: 72,
    input: 'a length that is no number, or none that there can be',
    becomes: noRequest,
    sent: each(
      ['+14', '-1', '18446744073709551616', '0x0e', '1 4', '14.0', ''],
      (value, { post }) => post([json, `Content-Length: ${value}`], number),
    ),
  },
  {
    number: 73,
    input: 'an odd transfer encoding',
    becomes: noRequest,
    sent: {
      ...each(['chunked, identity', 'chunked, chunked', '\vchunked'], inEncoding),
      ...Object.fromEntries(
        ['xchunked', 'identity', '"chunked"'].map((encoding) => [
          encoding,
          { message: (here: Here) => inEncoding(encoding, here), becomes: brokenBody },
        ]),
      ),
    },
  },
  {
    number: 74,
    input: 'a space before the colon of a header',
    becomes: noRequest,
    sent: {
      'of Transfer-Encoding': withBody([json, 'Transfer-Encoding : chunked'], '0\r\n\r\n'),
      'of any other': ({ get }) => get(records, 'X-A : 1'),
    },
  },
  {
    number: 75,
    input: 'a bare line feed, a bare carriage return or a NUL in a header',
    becomes: noRequest,
    sent: {
      'line feeds only': ({ get }) => get(records).replaceAll('\r\n', '\n'),
      'one line feed': ({ get }) => get(records, 'X-A: 1\nX-B: 2'),
      'a carriage return': ({ get }) => get(records, 'X-A: 1\rX-B: 2'),
      'a NUL': ({ get }) => get(records, 'X-A: a\0b'),
      'a NUL in a name': ({ get }) => get(records, 'X\0A: 1'),
    },
  },
  {
    number: 76,
    input: 'a folded header',
    becomes: noRequest,
    sent: {
      'with a space': ({ get }) => get(records, 'X-A: 1\r\n continued'),
      'with a tab': ({ get }) => get(records, 'X-A: 1\r\n\tcontinued'),
      'of the transfer encoding': withBody([json, 'Transfer-Encoding:\r\n chunked'], '0\r\n\r\n'),
    },
  },
  {
    number: 77,
    input: '8-bit bytes in Authorization',
    becomes: { answer: 'invalid-request', connection: 'usable', kept: 'malformed_token' },
    sent: {
      'in the token': ({ token, withToken }) => withToken(`Bearer ${token}\xe9`),
      'in the scheme': ({ token, withToken }) => withToken(`B\xe9arer ${token}`),
      'as the space': ({ token, withToken }) => withToken(`Bearer\xa0${token}`),
    },
  },
  {
    number: 78,
    input: 'a header of 9 KiB',
    becomes: { answer: 'headers-too-large', connection: 'closed' },
    sent: {
      'in one line': ({ get }) => get(records, `X-Long: ${'a'.repeat(9_216)}`),
      'in many': ({ get }) =>
        get(records, ...Array.from({ length: 30 }, (_, index) => `X-${index}: ${'a'.repeat(300)}`)),
    },
  },
  {
    number: 79,
    input: '200 header fields',
    decided: 'More than 64 are refused, which is counted before Node drops any.',
    becomes: { answer: 'headers-too-large', connection: 'closed' },
    sent: Object.fromEntries(
      [65, 200].map((fields) => [
        `${fields}`,
        ({ get }: Here) =>
          get(records, ...Array.from({ length: fields - 2 }, (_, index) => `X-${index}: 1`)),
      ]),
    ),
  },
  {
    number: 80,
    input: 'a target in absolute form',
    becomes: badTarget,
    sent: each(
      [
        'http://127.0.0.1/v1/token',
        'http://evil.example/v1/token',
        'HTTP://x/',
        'file:///v1/token',
      ],
      (target, { get }) => get(target),
    ),
  },
  {
    number: 81,
    input: 'a target that begins with //',
    becomes: badTarget,
    sent: each(['//evil.example/x', '//v1/token', '///v1/token'], (target, { get }) => get(target)),
  },
  {
    number: 82,
    input: 'dot segments, plain and encoded',
    becomes: badTarget,
    sent: each(
      [
        '/../../x',
        '/%2e%2e/%2e%2e%2fx',
        '/v1/./token',
        '/v1/../v1/token',
        '/v1/token/..',
        '/v1/token/.',
        '/v1/%2e%2e/v1/token',
        '/v1/%2E/token',
        '/v1/.%2e/token',
        '/v1/..%2ftoken',
        '/v1/..;/token',
        '/docs/../v1/token',
        '/docs/%2e%2e/page.css',
      ],
      (target, { get }) => get(target),
    ),
  },
  {
    number: 83,
    input: 'a target that can be read in two ways',
    becomes: badTarget,
    sent: each(
      [
        '/a%00b',
        '/%zz',
        '/a\\..\\b',
        '/a#b',
        '/a;x=1',
        '/v1//token',
        '/v1/token//',
        '/v1%2ftoken',
        '/v1%5ctoken',
        '/v1\\token',
        '/v1/token%00',
        '/v1/token;x=1',
        '/v1/%',
        '/v1/%2',
        '/v1/%2574oken',
        '/v1/t%6fken',
        '/v1/token%20',
        '/v1/token%0d%0aX:%201',
        '/v1/token|',
        '/v1/<token>',
        '/v1/{token}',
        '/v1/tok"en',
        '/v1/token#x',
        '/v1/token?a=%00',
        '/v1/token?a=%z',
        '/v1/token?a=%2',
        '/v1/token?a="b"',
        '/v1/token?a=b#c',
        '/v1/token?a=\\b',
      ],
      (target, { get }) => get(target),
    ),
  },
  {
    number: 84,
    input: 'raw UTF-8 in the target',
    becomes: noRequest,
    sent: {
      'in the path': ({ get }) => get('/v1/tok\xc3\xa9n'),
      'in the query': ({ get }) => get('/v1/token?a=\xc3\xa9'),
      'over-long': ({ get }) => get('/v1/\xc0\xae\xc0\xae/token'),
    },
  },
  {
    number: 85,
    input: 'a target of 9 KiB',
    decided: 'Up to the limit of the whole head, more than 2048 characters are a 414.',
    becomes: { answer: 'headers-too-large', connection: 'closed' },
    sent: {
      'of 9 KiB': ({ get }) => get(`/${'a'.repeat(9_216)}`),
      'of 2049 characters': {
        message: ({ get }) => get(`/v1/token?a=${'a'.repeat(2_037)}`),
        becomes: { answer: 'target-too-long', connection: 'usable' },
      },
    },
  },
  {
    number: 86,
    input: 'methods that no resource has',
    decided: 'OPTIONS * names no resource, so it is a target that is not allowed.',
    becomes: {
      answer: 'method-not-allowed',
      connection: 'usable',
      headers: { allow: 'GET, HEAD, POST, OPTIONS' },
    },
    sent: {
      TRACE: ({ auth, host, message }) => message([`TRACE ${records} HTTP/1.1`, host, auth]),
      'OPTIONS *': {
        message: ({ host, message }) => message(['OPTIONS * HTTP/1.1', host]),
        becomes: badTarget,
      },
      CONNECT: {
        message: ({ host, message }) => message(['CONNECT 127.0.0.1:22 HTTP/1.1', host]),
        becomes: {
          answer: 'method-not-allowed',
          connection: 'closed',
          headers: { allow: 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS' },
        },
      },
    },
  },
  {
    number: 87,
    input: 'a method in lower case, or one that nobody knows',
    becomes: noRequest,
    sent: each(['get', 'Get', 'BREW', 'GETGET', 'G ET', '\tGET'], (method, here) =>
      here.message([`${method} ${records} HTTP/1.1`, here.host, here.auth]),
    ),
  },
  {
    number: 88,
    input: 'another protocol on this port',
    becomes: noRequest,
    sent: {
      'an HTTP/2 preface': () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0',
      'HTTP/9.9': ({ auth, host, message }) => message([`GET ${records} HTTP/9.9`, host, auth]),
      'HTTP/2.0': ({ auth, host, message }) => message([`GET ${records} HTTP/2.0`, host, auth]),
      'a TLS hello': () =>
        Buffer.concat([
          Buffer.from('160301020001', 'hex'),
          Buffer.from('0001fc0303', 'hex'),
          Buffer.alloc(508, 7),
        ]),
      SSH: () => 'SSH-2.0-OpenSSH_9.2\r\n',
    },
  },
  {
    number: 89,
    input: 'HTTP/1.0 without Host',
    becomes: { answer: 'bad-request', connection: 'closed' },
    sent: { 'with a token': ({ auth, message }) => message([`GET ${records} HTTP/1.0`, auth]) },
  },
  {
    number: 90,
    input: 'a request line without a version',
    becomes: { answer: 'request-timeout', connection: 'closed' },
    sent: {
      'that does not even end': () => 'GET /',
      'that ends': { message: () => 'GET /\r\n\r\n', becomes: noRequest },
    },
  },
  {
    number: 91,
    input: 'an expectation that nobody knows',
    becomes: { answer: 'expectation-failed', connection: 'closed' },
    sent: each(['200-ok', 'miracles'], (value, { get }) => get(records, `Expect: ${value}`)),
  },
  {
    number: 92,
    input: 'an upgrade to another protocol',
    decided:
      'Ignored, as RFC 9110 (7.8) allows: Java offers HTTP/2 this way with every first call.',
    becomes: fine,
    sent: {
      'to a WebSocket': ({ get }) =>
        get(
          records,
          'Connection: Upgrade',
          'Upgrade: websocket',
          'Sec-WebSocket-Version: 13',
          'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        ),
      'to HTTP/2': ({ get }) =>
        get(
          records,
          'Connection: Upgrade, HTTP2-Settings',
          'Upgrade: h2c',
          'HTTP2-Settings: AAEAAEAAAAIAAAAAAAMAAAAAAAQBAAAAAAUAAEAAAAYABgAA',
        ),
    },
  },
  {
    number: 93,
    input: 'a flood of chunk extensions',
    becomes: { answer: 'body-too-large', connection: 'closed', counted: 'at_the_end' },
    sent: { 'of 20 000 characters': inChunks(`1;${'a'.repeat(20_000)}\r\n{\r\n0\r\n\r\n`) },
  },
  {
    number: 94,
    input: 'a chunk of a size that there cannot be',
    becomes: brokenBody,
    sent: {
      negative: inChunks('-1\r\n{\r\n0\r\n\r\n'),
      'no number': inChunks('xyz\r\n{\r\n0\r\n\r\n'),
      empty: inChunks('\r\n{\r\n0\r\n\r\n'),
      'with a prefix': inChunks('0xe\r\n{"number":"2"}\r\n0\r\n\r\n'),
      'beyond 64 bits': inChunks('FFFFFFFFFFFFFFFFF\r\n{\r\n0\r\n\r\n'),
      'smaller than its data': inChunks('d\r\n{"number":"2"}\r\n0\r\n\r\n'),
      'of a second chunk': inChunks('e\r\n{"number":"2"}\r\n-5\r\n'),
    },
  },
  {
    number: 95,
    input: 'Authorization in the trailers',
    becomes: { answer: 'token-missing', connection: 'usable', kept: 'no_token' },
    sent: {
      announced: ({ auth, host, message }) =>
        message(
          [`POST ${records} HTTP/1.1`, host, json, chunked, 'Trailer: Authorization'],
          `e\r\n${number}\r\n0\r\n${auth}\r\n\r\n`,
        ),
    },
  },
  {
    number: 96,
    input: 'a GET with a body',
    becomes: { answer: 'bad-request', connection: 'usable' },
    sent: {
      'of a length': ({ get }) => `${get(records, json, 'Content-Length: 2')}{}`,
      'in chunks': ({ get }) => `${get(records, json, chunked)}2\r\n{}\r\n0\r\n\r\n`,
      'that is another request': ({ get }) => {
        const inner = get(records)
        return get(records, `Content-Length: ${inner.length}`) + inner
      },
      'of no length': { message: ({ get }) => get(records, 'Content-Length: 0'), becomes: fine },
    },
  },
  {
    number: 97,
    input: 'a request that does not come to its end',
    becomes: { answer: 'request-timeout', connection: 'closed' },
    sent: {
      'without a byte': () => '',
      'in its head': ({ host }) => `GET ${records} HTTP/1.1\r\n${host}\r\nX-A: `,
      'in its body': {
        message: withBody([json, 'Content-Length: 14'], number.slice(0, 5)),
        becomes: tooSlow,
      },
      'between two chunks': { message: inChunks('2\r\n{"\r\n'), becomes: tooSlow },
    },
  },
  {
    number: 98,
    input: 'a body that is encoded',
    becomes: { answer: 'unsupported-media-type', connection: 'usable' },
    sent: each(['gzip', 'deflate', 'br', 'identity, gzip', 'x', 'GZIP'], (encoding, { post }) =>
      post([json, `Content-Encoding: ${encoding}`, 'Content-Length: 14'], number),
    ),
  },
  {
    number: 99,
    input: 'a media type that is not taken',
    becomes: otherType,
    sent: {
      none: withBody(['Content-Length: 14'], number),
      'two of them': {
        message: withBody([json, 'Content-Type: text/plain', 'Content-Length: 14'], number),
        becomes: otherCharset,
      },
      ...each(
        [
          'text/plain',
          'application/jsonx',
          'application/json, text/plain',
          'application/merge-patch+json',
          'multipart/form-data; boundary=x',
          'json',
          '*/*',
        ],
        (type, here) => here.json(number, type),
      ),
      ...Object.fromEntries(
        [
          'application/json; charset=utf-7',
          'application/json; charset="utf-16"',
          'application/json;charset=utf-8;charset=utf-7',
          'application/json; x=y; Charset = latin1',
          'application/x-www-form-urlencoded',
        ].map((type) => [
          type,
          { message: (here: Here) => here.json(number, type), becomes: otherCharset },
        ]),
      ),
    },
  },
  {
    number: 100,
    input: 'a body that is no JSON, or can be read in two ways',
    becomes: badJson,
    sent: {
      'a key twice': ({ json: body }) => body('{"number":"1","number":"2"}'),
      'a key twice in two spellings': ({ json: body }) => body('{"number":"1","n\\u0075mber":"2"}'),
      __proto__: ({ json: body }) => body('{"number":"1","__proto__":{"x":1}}'),
      'nested 100 000 deep': ({ json: body }) => body('['.repeat(100_000) + ']'.repeat(100_000)),
      'a number beyond all numbers': ({ json: body }) => body('{"number":"1","pieces":1e309}'),
      'a byte order mark': ({ json: body }) => body('\ufeff{"number":"1"}'),
      'a trailing comma': ({ json: body }) => body('{"number":"1",}'),
      'UTF-16': ({ json: body }) => body(Buffer.from(number, 'utf16le')),
      'not UTF-8': ({ json: body }) => body(Buffer.from('{"number":"\xff"}', 'latin1')),
      'cut off': ({ json: body }) => body('{"number":"1'),
      'two values': ({ json: body }) => body('{"number":"1"}{"number":"2"}'),
      NaN: ({ json: body }) => body('{"number":NaN}'),
      nothing: {
        message: ({ post }) => post([json, 'Content-Length: 0'], ''),
        becomes: { ...badJson, connection: 'usable' },
      },
      'a megabyte of quotation marks': ({ json: body }) => body(`"${'\\"'.repeat(520_000)}`),
      'a megabyte that ends in an escape': ({ json: body }) => body(`"${'\\"'.repeat(520_000)}\\`),
      'a megabyte of signs': ({ json: body }) => body('-'.repeat(1_040_000)),
    },
  },
  {
    number: 101,
    input: 'a method in a header',
    becomes: fine,
    sent: each(['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'], (name, { get }) =>
      get(`${records}/a`, `${name}: DELETE`),
    ),
  },
  {
    number: 102,
    input: 'another source in a header',
    becomes: {
      answer: 'invalid-token',
      connection: 'usable',
      kept: 'source_not_allowed',
      counted: 'refused',
    },
    sent: each(
      ['X-Forwarded-For: 10.0.0.1', 'Forwarded: for=10.0.0.1', 'X-Real-IP: 10.0.0.1'],
      (line, { host, message, world }) => {
        const { authorization } = world.issue([world.everything], { networks: ['10.0.0.0/8'] })
        return message([`GET ${records} HTTP/1.1`, host, `Authorization: ${authorization}`, line])
      },
    ),
  },
  {
    number: 103,
    input: 'a range, or a condition on a date',
    decided: 'If-None-Match on one record is honoured; records have no dates and no ranges.',
    becomes: fine,
    sent: each(
      [
        'Range: bytes=0-1',
        'Range: bytes=5-',
        'If-Range: "1"',
        'If-Modified-Since: Fri, 31 Dec 9999 23:59:59 GMT',
        'If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT',
        'If-Match: "7"',
      ],
      (line, { get }) => get(`${records}/a`, line),
    ),
  },
]
