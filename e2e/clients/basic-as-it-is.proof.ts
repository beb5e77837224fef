import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { introspectionSample } from '../../renderer/features/introspection/samples'
import { issueClient, issueToken, openWorld } from './world'

const run = promisify(execFile)

test('curl introspects with the sample that the window shows', async () => {
  const world = await openWorld()
  const { secret: token, token: issued } = await issueToken(world, 'orders')
  const sample = introspectionSample('curl', world.baseUrl, await issueClient(world))
  const { stdout } = await run('sh', ['-c', sample.replace('KEYWARD_TOKEN', token)])
  expect(JSON.parse(stdout)).toMatchObject({ active: true, jti: issued.id })
})

const authlib = `
import os
from authlib.integrations.requests_client import OAuth2Session
session = OAuth2Session(os.environ["CLIENT_ID"], os.environ["CLIENT_SECRET"])
for token in (os.environ["TOKEN"], "no token of ours"):
    answer = session.introspect_token(os.environ["ENDPOINT"], token=token, token_type_hint="access_token")
    print(answer.status_code, answer.text)
`

test('Authlib, which sends Basic credentials as they are, introspects', async () => {
  const world = await openWorld()
  const { secret: token, token: issued } = await issueToken(world, 'orders')
  const { clientId, secret } = await issueClient(world)
  const { stdout } = await run('/usr/bin/python3', ['-c', authlib], {
    env: {
      ...process.env,
      CLIENT_ID: clientId,
      CLIENT_SECRET: secret,
      ENDPOINT: `${world.baseUrl}/oauth2/introspect`,
      TOKEN: token,
    },
  })
  const [working, other] = stdout.trim().split('\n')
  expect(working).toMatch(/^200 /)
  expect(JSON.parse(working!.slice(4))).toMatchObject({ active: true, jti: issued.id })
  expect(other).toBe('200 {"active":false}')
})
