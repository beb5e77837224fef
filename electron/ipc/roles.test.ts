import { describe, expect, it } from 'vitest'
import { contract, type Call, type Handlers } from '../contract/index'
import type { Role } from '../contract/user'
import { whoMay, type Need } from '../contract/who-may'
import { createAnswer } from './answer'
import { wellFormed } from './calls.fixture'

const calls = Object.keys(contract) as Call[]
const roles: (Role | null)[] = [null, 'auditor', 'administrator']

type Outcome = 'reached' | 'not_signed_in' | 'role_needed'
const expected: Record<Need, Record<'null' | Role, Outcome>> = {
  anyone: { null: 'reached', auditor: 'reached', administrator: 'reached' },
  auditor: { null: 'not_signed_in', auditor: 'reached', administrator: 'reached' },
  administrator: { null: 'not_signed_in', auditor: 'role_needed', administrator: 'reached' },
}

function doorFor(role: Role | null) {
  const reached: string[] = []
  const handlers = Object.fromEntries(
    calls.map((call) => [call, () => void reached.push(call)]),
  ) as unknown as Handlers
  const answer = createAnswer({
    handlers,
    session: { current: async () => role && { role } },
    log: () => undefined,
  })
  return { answer, reached }
}

const codeOf = (result: Awaited<ReturnType<ReturnType<typeof doorFor>['answer']>>) =>
  result.ok ? null : result.failure.code

describe.each(roles)('for the role %s', (role) => {
  it.each(calls)('%s is answered or refused as the table says', async (call) => {
    const { answer, reached } = doorFor(role)
    const outcome = expected[whoMay[call]][role ?? 'null']
    const code = codeOf(await answer(call, wellFormed[call]))
    expect(reached).toEqual(outcome === 'reached' ? [call] : [])
    if (outcome !== 'reached') expect(code).toBe(outcome)
  })

  it.each(calls)('%s says nothing about its input to those who may not ask', async (call) => {
    const { answer, reached } = doorFor(role)
    const outcome = expected[whoMay[call]][role ?? 'null']
    const code = codeOf(await answer(call, { nonsense: new Map() }))
    expect(code).toBe(outcome === 'reached' ? 'invalid_input' : outcome)
    expect(reached).toEqual([])
  })
})

describe('the table of roles', () => {
  const opening = ['session.state', 'session.createFirstAdministrator', 'session.signIn']
  const open = [...opening, 'session.signOut', 'settings.get']
  const reading =
    /\.(list|names|get|find|state|terms|records|refused|verify|about|tokens|explain|identify|listening|expiredButCalled|match|configuration|inventory|summary|signingKey|verifyWithProof|items|plan|nameLike|belongings|previewTransfers|replacedButCalled|secrets|usage|daily|unusedPermissions|preview)$/
  /** Text that is on the screen already, to the reader's own clipboard. */
  const copying = /\.copyText$/
  /** Files of the reader's own are read; nothing that Keyward keeps is changed. */
  const scanning = /^leaks\.(?:scan|current|found|cancel)/
  /** Filters and columns that are the reader's own; tokens and what others see stay as they are. */
  const ownViews = /^(?:views|tables)\./
  /** Work that an administrator has to apply before anything follows from it. */
  const reviewing = /^reviews\.(start|decide|cancel)$/
  /** How this computer reminds, and what of that was read. */
  const reminding = /^(?:reminders|digest)\./
  /** Files on the reader's own disk; what Keyward keeps stays as it is. */
  const exporting = /\.export|^exports\./

  it('lets only the sign-in and the look of the window through without a person', () => {
    expect(calls.filter((call) => whoMay[call] === 'anyone').toSorted()).toEqual(open.toSorted())
  })

  it('leaves everything that changes something to administrators', () => {
    const changing = calls.filter(
      (call) =>
        ![reading, copying, exporting, scanning, ownViews, reviewing, reminding].some((harmless) =>
          harmless.test(call),
        ) && !open.includes(call),
    )
    expect(changing.filter((call) => whoMay[call] !== 'administrator')).toEqual([])
  })

  it('names the role that is needed', async () => {
    const { answer } = doorFor('auditor')
    expect(await answer('policy.set', wellFormed['policy.set'])).toEqual({
      ok: false,
      failure: { code: 'role_needed', detail: { role: 'administrator' } },
    })
  })
})
