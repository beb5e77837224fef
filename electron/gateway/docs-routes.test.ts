import { expect, it } from 'vitest'
import { docsAssets } from './docs-assets'
import { createGatewayWorld, type GatewayWorld } from './gateway-world.fixture'

type Method = 'GET' | 'HEAD' | 'POST' | 'OPTIONS'
const ask = (
  world: GatewayWorld,
  url: string,
  headers: Record<string, string> = {},
  method: Method = 'GET',
) => world.app.inject({ method, url, headers })

const samePage = { 'sec-fetch-site': 'same-origin' }

it('the reference is a page of files of this gateway, without a token and without anything inline', async () => {
  const world = await createGatewayWorld()
  const page = await ask(world, '/docs', { accept: 'text/html,application/xhtml+xml;q=0.9' })
  expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  const policy = String(page.headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
  expect(page.body).not.toMatch(/<script>|<style|style=|\son\w+=|https?:/)

  const asked = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!)
  expect(new Set([...asked, '/docs'])).toEqual(new Set(Object.keys(docsAssets)))
  for (const address of asked) {
    const asset = await ask(world, address, samePage)
    expect([asset.statusCode, asset.body.length > 200]).toEqual([200, true])
    expect(asset.headers['content-type']).toBe(docsAssets[address]!.mediaType)
    expect(asset.body).not.toContain('sourceMappingURL')
  }
})

it('only the page itself, on this very host, gets what it needs; no other page gets anything', async () => {
  const world = await createGatewayWorld()
  const { authorization } = world.issue([world.everything])
  for (const address of [...Object.keys(docsAssets), '/openapi.json']) {
    const call = { authorization, ...samePage }
    expect((await ask(world, address, call)).statusCode).toBe(200)
    for (const site of ['cross-site', 'same-site', 'same-origin, cross-site', ''])
      expect((await ask(world, address, { ...call, 'sec-fetch-site': site })).statusCode).toBe(403)
    for (const origin of ['http://localhost:80', 'null'])
      expect((await ask(world, address, { ...call, origin })).statusCode).toBe(403)
    const rebound = await ask(world, address, { ...call, host: 'evil.example:80' })
    expect(rebound.statusCode).toBe(421)
    expect(Object.keys(rebound.headers).join()).not.toContain('access-control')
    for (const method of ['POST', 'OPTIONS'] as const)
      expect((await ask(world, address, call, method)).statusCode).toBe(403)
  }
  for (const other of [
    '/v1/token',
    '/metrics',
    '/healthz',
    '/docs?a=b',
    '/openapi.json?a=b',
    '/docs/x',
  ])
    expect((await ask(world, other, { authorization, ...samePage })).statusCode).toBe(403)
})

it('an address of the reference is one of a list, never a path to a file', async () => {
  const world = await createGatewayWorld()
  const names = ['package.json', 'page.html', 'swagger-ui.css.map', 'constructor', '__proto__']
  for (const name of [...names, 'swagger-ui.css/', '']) {
    const answer = await ask(world, `/docs/${name}`)
    expect([name, answer.statusCode]).toEqual([name, 404])
  }
  const options = await ask(world, '/docs/page.css', {}, 'OPTIONS')
  expect([options.statusCode, options.headers['allow']]).toEqual([204, 'GET, HEAD, OPTIONS'])
  const posted = await ask(world, '/docs', {}, 'POST')
  expect([posted.statusCode, posted.headers['allow']]).toEqual([405, 'GET, HEAD, OPTIONS'])
  expect((await ask(world, '/docs', {}, 'HEAD')).body).toBe('')
})
