import { expect, it } from 'vitest'
import { authzTarget, type Dialect } from './authz-target'
import { originalRequest } from './original-request'

const targets: Record<Dialect, string> = {
  'auth-request': '/v1/authz/auth-request/shop',
  'forward-auth': '/v1/authz/forward-auth/shop',
  'ext-authz': '/v1/authz/ext-authz/shop/api/own?q=1',
}

const ask = (dialect: Dialect, lines: string[], method = 'GET', target = targets[dialect]) =>
  originalRequest(authzTarget(target)!, {
    method,
    rawHeaders: lines.flatMap((line) => line.split(/: /, 2)),
  })

const nginx = [
  'Host: 127.0.0.1:7878',
  'X-Original-Method: DELETE',
  'X-Original-URI: /api/nginx?a=b',
  'X-Original-Host: Shop.Example:8443',
  'X-Original-Source: 10.1.2.3',
]
const forwarded = [
  'Host: 127.0.0.1:7878',
  'X-Forwarded-Method: POST',
  'X-Forwarded-Uri: /api/forwarded',
  'X-Forwarded-Host: shop.example',
  'X-Forwarded-For: 6.6.6.6, 10.9.9.9',
]

it('each dialect reads its own headers, and none of another', () => {
  const all = [...nginx, ...forwarded.slice(1)]
  expect(ask('auth-request', all)).toEqual({
    ok: true,
    original: {
      method: 'DELETE',
      host: 'shop.example',
      segments: ['api', 'nginx'],
      query: 'a=b',
      source: '10.1.2.3',
    },
  })
  expect(ask('forward-auth', all)).toEqual({
    ok: true,
    original: {
      method: 'POST',
      host: 'shop.example',
      segments: ['api', 'forwarded'],
      query: '',
      source: '10.9.9.9',
    },
  })
  expect(ask('ext-authz', ['Host: erp.example', ...all.slice(1)], 'PATCH')).toEqual({
    ok: true,
    original: {
      method: 'PATCH',
      host: 'erp.example',
      segments: ['api', 'own'],
      query: 'q=1',
      source: '10.9.9.9',
    },
  })
})

it('a dialect without its own headers knows nothing, whatever the others say', () => {
  expect(ask('auth-request', forwarded)).toMatchObject({ ok: false, reason: 'original_missing' })
  expect(ask('forward-auth', nginx)).toMatchObject({ ok: false, reason: 'original_missing' })
})

it.each([
  ['two methods', [...nginx, 'X-Original-Method: GET']],
  ['two URIs', [...nginx, 'X-Original-URI: /open']],
  ['two hosts', [...nginx, 'X-Original-Host: other.example']],
  ['joined methods', ['X-Original-Method: GET, DELETE', 'X-Original-URI: /api']],
  ['a small method', ['X-Original-Method: get', 'X-Original-URI: /api']],
  ['no method in it', ['X-Original-Method: ', 'X-Original-URI: /api']],
  ['joined URIs', ['X-Original-Method: GET', 'X-Original-URI: /api, /open']],
  ['an ambiguous path', ['X-Original-Method: GET', 'X-Original-URI: /api/../x']],
  ['an ambiguous host', [...nginx.slice(0, 3), 'X-Original-Host: shop.example.']],
])('%s are refused', (_name, lines) => {
  expect(ask('auth-request', lines)).toMatchObject({ ok: false, reason: 'ambiguous_path' })
})

it.each([
  ['', null],
  ['unknown', null],
  ['10.0.0.1, evil', null],
  ['fe80::1%eth0', null],
  ['10.0.0.1:80', null],
  ['10.0.0.1,2001:db8::7', '2001:db8::7'],
])('of X-Forwarded-For "%s" the source is %s', (value, source) => {
  const lines = [...forwarded.slice(0, 4), `X-Forwarded-For: ${value}`]
  expect(ask('forward-auth', lines)).toMatchObject({ ok: true, original: { source } })
})

it('of two X-Forwarded-For headers the last one counts', () => {
  expect(ask('forward-auth', [...forwarded, 'X-Forwarded-For: 10.4.4.4'])).toMatchObject({
    original: { source: '10.4.4.4' },
  })
})

it.each([
  '/v1/authz/ext-authz/shop',
  '/v1/authz/ext-authz/shop%2f..',
  '/v1/authz/ext-authz/shop*',
  '/v1/authz/ext-authz/shop//api',
  '/v1/authz/ext-authz/shop?/api',
  '/v1/authz/ext-authz/shop/../erp/api',
])('of the target %s no original path can be read', (target) => {
  expect(ask('ext-authz', ['Host: a.example'], 'GET', target)).toMatchObject({
    ok: false,
    reason: 'ambiguous_path',
  })
})

it.each([
  '/v1/authz',
  '/v1/authz/',
  '/v1/authz/other/shop',
  '/v1/authz/auth-request/',
  '/v1/authz/auth-request/Shop',
  '/v1/authz/auth-request/shop/x',
  '/v1/authz/auth-request/shop%2f',
  '/v1/authz/forward-auth/../auth-request/shop',
  '//v1/authz/auth-request/shop',
  'http://127.0.0.1/v1/authz/auth-request/shop',
])('%s is no question of a proxy', (target) => expect(authzTarget(target)).toBeNull())
