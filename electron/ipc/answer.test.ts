import { Policy } from '../contract/policy'
import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { contract, type Call, type Handlers } from '../contract/index'
import { Refusal } from '../services/refusal'
import { createAnswer } from './answer'

const policy = {
  ...Policy.parse({ longestLifetimeDays: 90, neverAllowed: false, callsPerMinute: 600 }),
  version: 1,
  callsCountedFrom: null,
}

function doorWith(
  handlers: Partial<Handlers>,
  current = async () => ({ role: 'administrator' as const }),
) {
  const logged: unknown[][] = []
  const answer = createAnswer({
    handlers,
    session: { current },
    log: (...line) => logged.push(line),
  })
  return { answer, logged }
}

const throwing = (error: unknown) =>
  doorWith({
    'policy.get': () => {
      throw error
    },
  })

describe('an answer', () => {
  it('drops what the contract does not name', async () => {
    const row = { ...policy, hash: 'x', digest: Buffer.alloc(32) }
    const { answer } = doorWith({ 'policy.get': () => row })
    expect(await answer('policy.get', undefined)).toEqual({ ok: true, value: policy })
  })

  it('is internal, and nothing of it, when a reply does not fit the contract', async () => {
    const { answer, logged } = doorWith({ 'policy.get': () => ({ secret: 'kwu_1' }) as never })
    expect(await answer('policy.get', undefined)).toEqual({
      ok: false,
      failure: { code: 'internal' },
    })
    expect(logged).toHaveLength(1)
    expect(String(logged)).not.toContain('kwu_1')
  })

  it('carries the code, field and detail of a refusal', async () => {
    const { answer, logged } = throwing(new Refusal('expiry_beyond_policy', 'expiry', { days: 90 }))
    expect(await answer('policy.get', undefined)).toEqual({
      ok: false,
      failure: { code: 'expiry_beyond_policy', field: 'expiry', detail: { days: 90 } },
    })
    expect(logged).toEqual([])
  })

  it('knows a refusal of the store by its code', async () => {
    const { answer } = throwing(Object.assign(new Error('path'), { code: 'database_damaged' }))
    expect(await answer('policy.get', undefined)).toEqual({
      ok: false,
      failure: { code: 'database_damaged' },
    })
  })

  it.each([
    Object.assign(new Error('UNIQUE constraint failed: user.username_key'), {
      code: 'SQLITE_CONSTRAINT_UNIQUE',
    }),
    Object.assign(new Error('said so itself'), { code: 'internal' }),
    new TypeError('cannot read properties of undefined'),
    'a thrown text',
  ])('turns what is our own bug into internal, and logs it whole: %s', async (error) => {
    const { answer, logged } = throwing(error)
    expect(await answer('policy.get', undefined)).toEqual({
      ok: false,
      failure: { code: 'internal' },
    })
    expect(logged).toEqual([['policy.get', error]])
  })

  it('is internal when the session itself cannot be read', async () => {
    const { answer } = doorWith({}, () => Promise.reject(new Error('disk I/O error')))
    expect(await answer('policy.get', undefined)).toEqual({
      ok: false,
      failure: { code: 'internal' },
    })
  })

  it.each(['tokens.steal', 'toString', '__proto__', '', null, 7, {}, ['policy.get']])(
    'to a call that the contract does not name is internal: %j',
    async (call) => {
      const { answer } = doorWith({})
      expect(await answer(call, undefined)).toEqual({ ok: false, failure: { code: 'internal' } })
    },
  )
})

describe('a wrong input', () => {
  const { answer } = doorWith({})
  const failureOf = async (call: Call, input: unknown) => {
    const result = await answer(call, input)
    return result.ok ? null : result.failure
  }

  it('is named by its dotted path and the code of the problem', async () => {
    const field = { name: 'id', title: 'Id', type: 'string' }
    const good = { ...field, name: 'number' }
    expect(
      await failureOf('entities.create', { name: 'a', title: 'A', fields: [good, field] }),
    ).toEqual({
      code: 'invalid_input',
      field: 'fields.1.name',
      detail: { problem: 'reserved_name' },
    })
  })

  it('shows no prose of the checker', async () => {
    expect(await failureOf('users.get', { id: 'one' })).toEqual({
      code: 'invalid_input',
      field: 'id',
      detail: { problem: 'invalid_type' },
    })
  })

  it.each([null, 0, '', {}, []])('is anything where nothing is asked for: %j', async (input) => {
    expect((await failureOf('policy.get', input))?.code).toBe('invalid_input')
  })
})

describe('the door, asked at random', () => {
  const calls = Object.keys(contract) as Call[]
  const quiet = Object.fromEntries(
    calls.map((call) => [call, () => undefined]),
  ) as unknown as Handlers

  test.prop(
    [
      fc.constantFrom(...calls),
      fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withSet: true,
        withTypedArray: true,
        withSparseArray: true,
        withNullPrototype: true,
      }),
    ],
    { numRuns: 3000 },
  )('never throws and pollutes no prototype', async (call, input) => {
    const { answer } = doorWith(quiet)
    const result = await answer(call, input)
    expect(result.ok || ['invalid_input', 'internal'].includes(result.failure.code)).toBe(true)
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})
