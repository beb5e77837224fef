import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { issueToken, openWorld } from './world'

const run = promisify(execFile)

test('curl reads the records of an entity with the call that the README shows', async () => {
  const world = await openWorld()
  const { secret } = await issueToken(world, 'invoices')
  const { stdout } = await run('curl', [
    '-sS',
    '-H',
    `Authorization: Bearer ${secret}`,
    `${world.baseUrl}/v1/entities/invoices/records`,
  ])
  expect(JSON.parse(stdout)).toEqual({ items: [], next_cursor: null })
})
