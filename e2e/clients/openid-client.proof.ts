import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { allowInsecureRequests, discovery, tokenIntrospection } from 'openid-client'
import { expect, test } from 'vitest'
import { introspectionSample } from '../../renderer/features/introspection/samples'
import { issueClient, issueToken, openWorld } from './world'

const run = promisify(execFile)

test('openid-client discovers Keyward as an OAuth 2 server, and introspects', async () => {
  const world = await openWorld()
  const { secret: token, token: issued } = await issueToken(world, 'orders')
  const { clientId, secret } = await issueClient(world)
  const keyward = await discovery(new URL(world.baseUrl), clientId, secret, undefined, {
    algorithm: 'oauth2',
    execute: [allowInsecureRequests],
  })
  expect(await tokenIntrospection(keyward, token)).toMatchObject({ active: true, jti: issued.id })
  await world.house.tokens.revoke({ id: issued.id })
  expect(await tokenIntrospection(keyward, token)).toEqual({ active: false })
})

test('the sample for Node works as the window shows it', async () => {
  const world = await openWorld()
  const { secret: token, token: issued } = await issueToken(world, 'orders')
  const sample = introspectionSample('node', world.baseUrl, await issueClient(world))
  const script = sample.replace('KEYWARD_TOKEN', token)
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: import.meta.dirname,
  })
  expect(stdout).toContain('active: true')
  expect(stdout).toContain(issued.id)
})
