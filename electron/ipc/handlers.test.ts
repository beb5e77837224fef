import { beforeEach, describe, expect, it } from 'vitest'
import { contract, type Asked, type Call, type Reply } from '../contract/index'
import type { Role } from '../contract/user'
import { whoMay } from '../contract/who-may'
import { openHouse, type House } from '../services/house.fixture'
import { createAnswer, type Answer } from './answer'
import { wellFormed } from './calls.fixture'
import { createHandlers } from './handlers'

const password = 'correct horse battery staple'

let house: House
let answer: Answer
const logged: unknown[] = []
beforeEach(async () => {
  house = await openHouse()
  logged.length = 0
  answer = createAnswer({
    handlers: createHandlers({ ...house, gateway: house.gatewayService }),
    session: house.session,
    log: (_, error) => logged.push(error),
  })
})

async function ask<C extends Call>(call: C, input: Asked<C>): Promise<Reply<C>> {
  const result = await answer(call, input)
  if (!result.ok) throw new Error(`${call}: ${JSON.stringify(result.failure)} ${String(logged)}`)
  return result.value as Reply<C>
}

async function signInAs(role: Role | null) {
  await ask('session.createFirstAdministrator', wellFormed['session.createFirstAdministrator'])
  const signIn = { role: 'auditor', password } as const
  await ask('users.create', { kind: 'person', username: 'bea', displayName: 'Bea', signIn })
  if (role !== 'administrator') await ask('session.signOut', undefined)
  if (role === 'auditor') await ask('session.signIn', { username: 'bea', password })
}

describe('through the door', () => {
  it('a token is issued, shown, disabled and revoked, and each step is on record', async () => {
    await signInAs('administrator')
    const entity = await ask('entities.create', wellFormed['entities.create'])
    const { token, secret } = await ask('tokens.create', {
      userId: 1,
      name: 'ERP',
      expiry: { kind: 'days', days: 30, zone: 'Europe/Berlin' },
      grants: [{ entityId: entity.id, permissions: ['read'] }],
    })
    await ask('clipboard.copySecret', { text: secret })
    expect(house.clipboardText()).toBe(secret)
    const list = await ask('tokens.list', { userId: 1 })
    expect(list.rows).toEqual([token])
    const off = await ask('tokens.setEnabled', { id: token.id, version: 1, enabled: false })
    expect(off.value.status).toBe('disabled')
    expect((await ask('tokens.revoke', { id: token.id })).value.status).toBe('revoked')
    expect((await ask('activity.list', {})).rows.map((row) => row.action).slice(0, 3)).toEqual([
      'token.revoked',
      'token.disabled',
      'token.created',
    ])
    await ask('session.signOut', undefined)
    expect(house.clipboardText()).toBe('')
  })

  it.each(Object.keys(contract) as Call[])('%s has a service behind it', async (call) => {
    await signInAs('administrator')
    await ask('entities.create', wellFormed['entities.create'])
    await answer(call, wellFormed[call])
    expect(logged).toEqual([])
  })
})

describe.each([null, 'auditor'] as const)('what the role %s may not do', (role) => {
  const refused = (Object.keys(contract) as Call[]).filter((call) =>
    role === null ? whoMay[call] !== 'anyone' : whoMay[call] === 'administrator',
  )

  it('leaves everything as it was', async () => {
    await signInAs(role)
    const before = house.everythingStored()
    for (const call of refused) {
      expect(await answer(call, wellFormed[call])).toMatchObject({
        ok: false,
        failure: { code: role === null ? 'not_signed_in' : 'role_needed' },
      })
    }
    expect(house.everythingStored()).toBe(before)
    expect(house.gateway.told).toEqual([])
    expect(house.clipboardText()).toBe('')
  })
})

it('an administrator who was demoted is refused at the next question', async () => {
  await signInAs('administrator')
  house.run("update user set role = 'auditor' where username = 'ada'")
  expect(await answer('policy.set', wellFormed['policy.set'])).toMatchObject({
    failure: { code: 'role_needed' },
  })
  house.run("update user set status = 'disabled' where username = 'ada'")
  expect(await answer('policy.get', undefined)).toMatchObject({
    failure: { code: 'not_signed_in' },
  })
})
