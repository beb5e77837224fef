import { configure, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { EntityId, UserId } from '../../../electron/contract/id'
import { permissions, type Grant } from '../../../electron/contract/permission'
import type { Role, User } from '../../../electron/contract/user'
import { openWindow, signedIn } from '../../app/testing'

configure({ asyncUtilTimeout: 10_000 })
afterEach(() => document.head.replaceChildren())

const invoices = EntityId.parse(1)
const userId = UserId.parse(7)

const sapFinance: User = {
  id: userId,
  kind: 'service_account',
  username: 'sap-finance',
  displayName: 'SAP Finance',
  status: 'active',
  role: null,
  createdAt: 1_700_000_000_000,
  updatedAt: 1_700_000_000_000,
  lastSignInAt: null,
  version: 1,
}

function openAccess(role: Role = 'administrator') {
  let version = 1
  let inForce: Grant[] = [{ entityId: invoices, permissions: ['read'] }]
  const main = openWindow(
    {
      'session.state': () => signedIn(role),
      'users.get': () => sapFinance,
      'access.get': () => ({ userId, version, grants: inForce }),
      'access.set': ({ grants }) => {
        inForce = grants
        version += 1
        return { value: { userId, version, grants }, enforced: 'at_once' }
      },
      'tokens.terms': () => ({
        longestLifetimeDays: null,
        defaultLifetimeDays: null,
        neverAllowed: false,
        namePatterns: [],
        callsPerMinute: 600,
        entities: [{ id: invoices, name: 'invoices', title: 'Invoices', allowed: ['read'] }],
        allEntities: [],
      }),
    },
    '/parametrization/users/7/access',
  )
  const changeElsewhere = (grants: Grant[]) => {
    inForce = grants
    version += 1
    main.announce('users')
  }
  return { ...main, changeElsewhere }
}

const box = (name: string) => screen.getByRole('checkbox', { name }) as HTMLInputElement

test('what is ticked is saved as the most that tokens of the user may do', async () => {
  const { user, ask } = openAccess()
  expect(
    (await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Invoices: Read' })).checked,
  ).toBe(true)
  const save = screen.getByRole('button', { name: 'Save' }) as HTMLButtonElement
  expect(save.disabled).toBe(true)
  await user.click(box('Invoices: Write'))
  await user.click(save)
  await screen.findByText('Access saved. It holds from the next call on.')
  expect(ask).toHaveBeenCalledWith('access.set', {
    userId: 7,
    version: 1,
    grants: [{ entityId: 1, permissions: ['read', 'write'] }],
  })
  await waitFor(() => expect(save.disabled).toBe(true))
  expect(box('Invoices: Write').checked).toBe(true)
})

test('Reset goes back to what is in force', async () => {
  const { user } = openAccess()
  await user.click(await screen.findByRole('checkbox', { name: 'All entities: Delete' }))
  await user.click(screen.getByRole('button', { name: 'Reset' }))
  expect(box('All entities: Delete').checked).toBe(false)
  expect(box('Invoices: Read').checked).toBe(true)
})

test('a change by somebody else is told, and does not take away what was ticked', async () => {
  const { user, changeElsewhere } = openAccess()
  await user.click(await screen.findByRole('checkbox', { name: 'Invoices: Delete' }))
  changeElsewhere([{ entityId: null, permissions: ['read'] }])
  await screen.findByText(/was changed meanwhile by someone else/)
  expect(box('Invoices: Delete').checked).toBe(true)
  expect(box('All entities: Read').checked).toBe(false)
})

test('an auditor sees every box, and none that can be ticked', async () => {
  openAccess('auditor')
  const table = within(await screen.findByRole('table'))
  const boxes = table.getAllByRole<HTMLInputElement>('checkbox')
  expect(boxes).toHaveLength(2 * permissions.length)
  expect(boxes.every((one) => one.disabled)).toBe(true)
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
})
