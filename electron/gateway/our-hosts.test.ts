import { describe, expect, it } from 'vitest'
import { isOurHost } from './our-hosts'

const names = ['192.0.2.7', '2001:db8::7', 'API.example', '*.shop.example']
const over = (tls: boolean, port: number) => (host: string) => isOurHost(host, { port, tls, names })

describe('with TLS, callers may ask for', () => {
  it.each([
    '127.0.0.1:7878',
    'localhost:7878',
    '[::1]:7878',
    '192.0.2.7:7878',
    '[2001:db8::7]:7878',
    'api.example:7878',
    'Api.Example:7878',
    'a.shop.example:7878',
    'A-1.SHOP.example:7878',
  ])('%s', (host) => expect(over(true, 7878)(host)).toBe(true))
})

describe('with TLS, callers may not ask for', () => {
  it.each([
    'api.example',
    'api.example:443',
    'api.example:78780',
    'api.example.:7878',
    'api.example:7878:7878',
    'evil.example:7878',
    'xapi.example:7878',
    'api.example.evil.example:7878',
    'shop.example:7878',
    '.shop.example:7878',
    '*.shop.example:7878',
    'a.b.shop.example:7878',
    'a.shop.example.evil:7878',
    'a@b.shop.example:7878',
    '192.0.2.8:7878',
    '2001:db8::7:7878',
    '0.0.0.0:7878',
    ':7878',
    '',
  ])('"%s"', (host) => expect(over(true, 7878)(host)).toBe(false))
})

it('the port of https may be left out, and no other', () => {
  for (const host of ['api.example', 'api.example:443', '[2001:db8::7]', 'a.shop.example'])
    expect([host, over(true, 443)(host)]).toEqual([host, true])
  for (const host of ['', 'evil.example', 'api.example:80', 'api.example:', '2001:db8::7'])
    expect([host, over(true, 443)(host)]).toEqual([host, false])
})

it('without TLS only the names of this computer count, with the port', () => {
  expect(over(false, 7878)('localhost:7878')).toBe(true)
  for (const host of ['api.example:7878', '192.0.2.7:7878', 'localhost', 'a.shop.example:7878'])
    expect([host, over(false, 7878)(host)]).toEqual([host, false])
  expect(over(false, 443)('localhost')).toBe(false)
})
