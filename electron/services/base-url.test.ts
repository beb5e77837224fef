import { expect, it } from 'vitest'
import { baseUrl } from './base-url'

const tls = { certificatePath: '/a', keyPath: '/b' }

it.each([
  ['plain HTTP is on the address', '127.0.0.1', 7878, [], ['api.example'], 'http://127.0.0.1:7878'],
  ['an IPv6 address stands in brackets', '::1', 7878, [], [], 'http://[::1]:7878'],
])('%s', (_what, address, port, hostNames, names, url) =>
  expect(baseUrl({ address, port, tls: null, hostNames }, names)).toBe(url),
)

it.each([
  ['0.0.0.0', 7878, ['erp.intern'], ['api.example'], 'https://api.example:7878'],
  ['0.0.0.0', 7878, ['erp.intern'], [], 'https://erp.intern:7878'],
  ['0.0.0.0', 7878, ['b', 'a.shop.example'], ['*.shop.example'], 'https://a.shop.example:7878'],
  ['192.0.2.7', 7878, ['api.example'], ['192.0.2.7', 'api.example'], 'https://api.example:7878'],
  ['192.0.2.7', 7878, [], ['api.example', '192.0.2.7'], 'https://192.0.2.7:7878'],
  ['2001:db8::7', 7878, [], ['2001:db8::7'], 'https://[2001:db8::7]:7878'],
  ['192.0.2.7', 7878, [], ['*.shop.example', 'api.example'], 'https://api.example:7878'],
  ['0.0.0.0', 443, [], ['localhost', '127.0.0.1', 'api.example'], 'https://api.example'],
  ['127.0.0.1', 7878, [], ['api.example', 'localhost'], 'https://localhost:7878'],
  ['127.0.0.1', 7878, [], ['localhost', '127.0.0.1'], 'https://127.0.0.1:7878'],
  ['0.0.0.0', 7878, [], ['localhost'], 'https://localhost:7878'],
  ['0.0.0.0', 7878, [], [], 'https://localhost:7878'],
  ['192.0.2.7', 7878, [], ['*.shop.example'], 'https://192.0.2.7:7878'],
])('with TLS on %s:%i, names %j and a certificate for %j: %s', (...given) => {
  const [address, port, hostNames, names, url] = given
  expect(baseUrl({ address, port, tls, hostNames }, names)).toBe(url)
})
