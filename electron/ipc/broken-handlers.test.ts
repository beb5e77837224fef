import { expect, it } from 'vitest'
import { contract, type Call } from '../contract/index'
import { whoMay } from '../contract/who-may'
import { createAnswer } from './answer'
import { brokenHandlers } from './broken-handlers'
import { wellFormed } from './calls.fixture'

const failure = {
  code: 'database_newer',
  detail: { file: 'registry.db', found: 9, known: 1 },
} as const
const answer = createAnswer({
  handlers: brokenHandlers(failure),
  session: { current: async () => null },
  log: () => undefined,
})

it('a broken start tells the window why', async () => {
  expect(await answer('session.state', undefined)).toEqual({
    ok: true,
    value: { stage: 'broken', failure },
  })
})

const open = (Object.keys(contract) as Call[]).filter(
  (call) => whoMay[call] === 'anyone' && !['session.state', 'settings.get'].includes(call),
)
it.each(open)('a broken start refuses %s with the same reason', async (call) => {
  expect(await answer(call, wellFormed[call])).toEqual({ ok: false, failure })
})
