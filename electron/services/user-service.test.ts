import { beforeEach, describe, expect, it } from 'vitest'
import type { User, UserChange } from '../contract/user'
import { openHouse, refusalOf, type House } from './house.fixture'

const password = 'correct horse battery staple'
const nextPassword = 'seven purple lanterns humming'

let house: House
let ada: User
beforeEach(async () => {
  house = await openHouse({ signedIn: true })
  ada = await house.userNamed('ada')
})

const create = (
  username: string,
  signIn: Parameters<House['users']['create']>[0]['signIn'] = null,
) => house.users.create({ kind: 'person', username, displayName: username.toUpperCase(), signIn })
const createServiceAccount = () =>
  house.users.create({
    kind: 'service_account',
    username: 'sap',
    displayName: 'SAP',
    signIn: null,
  })
const asShown = ({ id, version, username, displayName, role }: User): UserChange => ({
  id,
  version,
  username,
  displayName,
  role,
})

describe('a new user', () => {
  it('has access to all entities and an activity entry by who made it', async () => {
    const sap = await createServiceAccount()
    expect(await house.access.get(sap.id)).toEqual({
      userId: sap.id,
      version: 1,
      grants: [{ entityId: null, permissions: ['read', 'write', 'delete'] }],
    })
    expect(house.lastEntry()).toMatchObject({
      action: 'user.created',
      actorId: ada.id,
      actorName: 'Ada Admin',
      subjectId: String(sap.id),
      after: { kind: 'service_account', username: 'sap', displayName: 'SAP', role: null },
    })
    expect(house.announced()).toEqual(expect.arrayContaining(['users', 'activity']))
  })

  it('may sign in only as a person', async () => {
    const asked = house.users.create({
      kind: 'service_account',
      username: 'sap',
      displayName: 'SAP',
      signIn: { role: 'auditor', password },
    })
    expect(await refusalOf(asked)).toEqual({ code: 'person_needed', field: 'signIn' })
  })

  it('needs a good password, blamed on its own field', async () => {
    const asked = create('bea', { role: 'auditor', password: 'short' })
    expect(await refusalOf(asked)).toEqual({
      code: 'password_too_short',
      field: 'signIn.password',
      detail: { min: 15 },
    })
  })

  it('needs a username that nobody has, in any spelling', async () => {
    await create('bea')
    expect(await refusalOf(create('BEA'))).toEqual({ code: 'username_taken', field: 'username' })
    expect(house.rows("select count(*) n from activity where action = 'user.created'")).toEqual([
      { n: 1 },
    ])
  })

  it('who does not exist is not found', async () => {
    expect(await refusalOf(house.users.get(999 as User['id']))).toEqual({ code: 'not_found' })
  })
})

describe('a changed user', () => {
  it('is told apart before and after, without a password or its hash', async () => {
    const bea = await create('bea', { role: 'auditor', password })
    await house.users.change({ ...asShown(bea), displayName: 'Bea', password: nextPassword })
    expect(house.lastEntry()).toMatchObject({
      action: 'user.changed',
      before: { displayName: 'BEA' },
      after: { displayName: 'Bea', passwordChanged: true },
    })
    const entries = JSON.stringify(house.rows('select before, after, subject_name from activity'))
    for (const hidden of [password, nextPassword, 'fake:', 'hash'])
      expect(entries).not.toContain(hidden)
    await house.session.signOut()
    expect(await house.session.signIn({ username: 'bea', password: nextPassword })).toMatchObject({
      stage: 'signed_in',
    })
  })

  it('keeps the password there is, and loses it with the role', async () => {
    const bea = await create('bea', { role: 'auditor', password })
    const stored = () => house.rows("select role, password_hash h from user where username = 'bea'")
    const before = stored()
    const renamed = await house.users.change({ ...asShown(bea), displayName: 'Bea' })
    expect(stored()).toEqual(before)
    await house.users.change({ ...asShown(renamed), role: null })
    expect(stored()).toEqual([{ role: null, h: null }])
  })

  it('who gets a role needs a password', async () => {
    const bea = await create('bea')
    const asked = { ...asShown(bea), role: 'auditor' } as const
    expect(await refusalOf(house.users.change(asked))).toEqual({
      code: 'invalid_input',
      field: 'password',
      detail: { problem: 'empty' },
    })
    await house.users.change({ ...asked, password })
    expect(await house.users.get(bea.id)).toMatchObject({ role: 'auditor' })
  })

  it('never becomes a service account that signs in', async () => {
    const sap = await createServiceAccount()
    const withRole = house.users.change({ ...asShown(sap), role: 'auditor', password })
    expect(await refusalOf(withRole)).toEqual({ code: 'person_needed', field: 'role' })
    const withPassword = house.users.change({ ...asShown(sap), password })
    expect(await refusalOf(withPassword)).toEqual({ code: 'person_needed', field: 'password' })
  })

  it('from an outdated form is refused', async () => {
    const bea = await create('bea')
    await house.users.change({ ...asShown(bea), displayName: 'Bea' })
    const late = house.users.change({ ...asShown(bea), displayName: 'Beate' })
    expect(await refusalOf(late)).toEqual({ code: 'changed_meanwhile' })
    expect(await house.users.get(bea.id)).toMatchObject({ displayName: 'Bea' })
  })

  it('without a change leaves no entry', async () => {
    const entries = house.actions().length
    expect(await house.users.change(asShown(ada))).toEqual(ada)
    expect(house.actions()).toHaveLength(entries)
  })
})

describe('the last administrator', () => {
  it('can be neither demoted nor disabled', async () => {
    const demoted = house.users.change({ ...asShown(ada), role: 'auditor' })
    expect(await refusalOf(demoted)).toEqual({ code: 'last_administrator', field: 'role' })
    const disabled = house.users.setStatus({ id: ada.id, version: ada.version, status: 'disabled' })
    expect(await refusalOf(disabled)).toEqual({ code: 'last_administrator', field: 'status' })
    expect(await house.session.current()).toMatchObject({ role: 'administrator', status: 'active' })
    expect(house.gateway.told).toEqual([])
  })
})

describe('disabling a user', () => {
  it('is done when the gateway says so', async () => {
    const sap = await createServiceAccount()
    house.gateway.answers('after_restart')
    const { value, enforced } = await house.users.setStatus({
      id: sap.id,
      version: sap.version,
      status: 'disabled',
    })
    expect([value.status, enforced]).toEqual(['disabled', 'after_restart'])
    expect(house.lastEntry()).toMatchObject({
      action: 'user.disabled',
      before: { status: 'active' },
      after: { status: 'disabled' },
    })
    const back = { id: sap.id, version: value.version, status: 'active' } as const
    await house.users.setStatus(back)
    expect(house.lastEntry().action).toBe('user.enabled')
    expect(house.gateway.told).toEqual(['forget', 'forget'])
  })

  it('who is disabled already leaves no entry, and still asks the gateway', async () => {
    const sap = await createServiceAccount()
    const entries = house.actions().length
    await house.users.setStatus({ id: sap.id, version: sap.version, status: 'active' })
    expect(house.actions()).toHaveLength(entries)
    expect(house.gateway.told).toEqual(['forget'])
  })
})

describe('access', () => {
  it('is set as a whole, named in the log and told to the gateway', async () => {
    const sap = await createServiceAccount()
    const invoices = await house.createEntity('invoices')
    house.gateway.told.length = 0
    const { value, enforced } = await house.access.set({
      userId: sap.id,
      version: sap.version,
      grants: [
        { entityId: null, permissions: ['read'] },
        { entityId: invoices.id, permissions: ['write', 'delete'] },
      ],
    })
    expect(value.grants).toHaveLength(2)
    expect(enforced).toBe('at_once')
    expect(house.gateway.told).toEqual(['forget'])
    expect(house.lastEntry()).toMatchObject({
      action: 'access.changed',
      before: { access: ['All entities: Read', 'All entities: Write', 'All entities: Delete'] },
      after: { access: ['All entities: Read', 'Invoices: Write', 'Invoices: Delete'] },
    })
  })

  it('to an entity or for a user that does not exist is refused', async () => {
    const grants = [{ entityId: 99 as never, permissions: ['read' as const] }]
    expect(
      await refusalOf(house.access.set({ userId: ada.id, version: ada.version, grants })),
    ).toEqual({
      code: 'not_found',
      field: 'grants',
    })
    expect(
      await refusalOf(house.access.set({ userId: 99 as never, version: 1, grants: [] })),
    ).toEqual({
      code: 'not_found',
    })
  })
})
