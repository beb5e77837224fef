import { MutationCache } from '@tanstack/react-query'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { DateTime } from 'luxon'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openWindow, refused, signedIn } from '../../app/testing'
import { localZone } from '../../ui/moments'
import { issued, samples, sapFinance, terms } from './tokens.fixture'

const secret = issued.secret

type Answers = Parameters<typeof openWindow>[0]

async function openDialog(answers: Answers = {}) {
  const main = openWindow(
    {
      'session.state': () => signedIn('administrator'),
      'users.get': () => sapFinance,
      'tokens.list': () => ({ rows: [], total: 0 }),
      'tokens.terms': () => terms,
      'tokens.create': () => issued,
      'tokens.samples': () => samples,
      'clipboard.copySecret': () => ({ clearsAt: Date.now() + 30_000, seconds: 30 }),
      ...answers,
    },
    '/parametrization/users/7/tokens',
  )
  await main.user.click(await screen.findByRole('button', { name: 'Create new token' }))
  const dialog = await screen.findByRole('dialog', { name: 'Create new token' })
  await within(dialog).findByLabelText('Name')
  return { ...main, dialog: within(dialog) }
}

type Opened = Awaited<ReturnType<typeof openDialog>>

async function choose({ user, dialog }: Opened, expiration: string) {
  await user.click(dialog.getByRole('combobox', { name: 'Expiration' }))
  await user.click(await screen.findByRole('option', { name: expiration }))
}

async function issue(opened: Opened) {
  await opened.user.type(opened.dialog.getByLabelText('Name'), 'ERP nightly')
  await choose(opened, '30 days')
  await opened.user.click(opened.dialog.getByRole('checkbox', { name: 'Invoices: Read' }))
  await opened.user.click(opened.dialog.getByRole('button', { name: 'Confirm' }))
  return within(await screen.findByRole('dialog', { name: 'Token created' }))
}

const isTicked = (box: HTMLElement) => (box as HTMLInputElement).checked

test('nothing is preselected but Enabled, and without an expiration nothing is sent', async () => {
  const opened = await openDialog()
  const { dialog, user, ask } = opened
  expect(dialog.getByLabelText<HTMLInputElement>('Name').value).toBe('')
  expect(dialog.getByRole('combobox', { name: 'Expiration' }).textContent).toBe('Choose…')
  const boxes = dialog.getAllByRole('checkbox')
  expect(boxes.filter(isTicked)).toEqual([])
  expect(isTicked(dialog.getByRole('switch', { name: 'Enabled' }))).toBe(true)

  await user.type(dialog.getByLabelText('Name'), 'ERP nightly')
  await user.click(dialog.getByRole('button', { name: 'Confirm' }))
  await dialog.findByText('Choose when the token ends.')
  expect(ask).not.toHaveBeenCalledWith('tokens.create', expect.anything())
})

test('every box is named after its entity and permission; what the user may not do is disabled with the reason', async () => {
  const { dialog } = await openDialog()
  expect(dialog.getAllByRole('checkbox').map((box) => box.getAttribute('aria-label'))).toEqual([
    ...['Read', 'Write', 'Delete'].map((permission) => `All entities: ${permission}`),
    ...['Read', 'Write', 'Delete'].map((permission) => `Invoices: ${permission}`),
    ...['Read', 'Write', 'Delete'].map((permission) => `Orders: ${permission}`),
  ])
  const beyond = dialog.getByRole('checkbox', { name: 'Orders: Write' }) as HTMLInputElement
  expect(beyond.disabled).toBe(true)
  expect(beyond.getAttribute('aria-description')).toContain('Beyond the access of this user')
})

test('a box that All entities covers shows so, and is not sent a second time', async () => {
  const opened = await openDialog()
  const { dialog, user, ask } = opened
  await user.click(dialog.getByRole('checkbox', { name: 'Invoices: Read' }))
  await user.click(dialog.getByRole('checkbox', { name: 'Invoices: Write' }))
  await user.click(dialog.getByRole('checkbox', { name: 'All entities: Read' }))
  const covered = dialog.getByRole('checkbox', { name: 'Orders: Read' }) as HTMLInputElement
  expect([covered.checked, covered.disabled]).toEqual([true, true])
  expect(covered.getAttribute('aria-description')).toBe('Covered by All entities')

  await user.type(dialog.getByLabelText('Name'), 'ERP nightly')
  await choose(opened, '30 days')
  await user.click(dialog.getByRole('button', { name: 'Confirm' }))
  await screen.findByRole('dialog', { name: 'Token created' })
  expect(ask).toHaveBeenCalledWith('tokens.create', {
    userId: 7,
    name: 'ERP nightly',
    note: '',
    system: '',
    contact: '',
    keptIn: '',
    expiry: { kind: 'days', days: 30, zone: localZone() },
    grants: [
      { entityId: 1, permissions: ['write'] },
      { entityId: null, permissions: ['read'] },
    ],
    enabled: true,
    start: null,
    networks: [],
    callsPerMinute: null,
  })
})

test('the arrow keys walk from box to box and step over those that are disabled', async () => {
  const { dialog, user } = await openDialog()
  dialog.getByRole('checkbox', { name: 'All entities: Read' }).focus()
  await user.keyboard('{ArrowDown}{ArrowRight}{ArrowDown}')
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Invoices: Write')
  await user.keyboard('{ArrowLeft}{ArrowDown} ')
  expect(isTicked(dialog.getByRole('checkbox', { name: 'Orders: Read' }))).toBe(true)
})

test('the chosen end is written out with its time and zone', async () => {
  const opened = await openDialog()
  await choose(opened, '90 days')
  const day = DateTime.now().plus({ days: 90 }).setLocale('en-GB').toFormat('d MMMM yyyy')
  expect(opened.dialog.getByText(`Ends on ${day}, 23:59:59 (${localZone()})`)).toBeTruthy()
})

test('30 February gets a sentence, a day that is over too, and neither is sent', async () => {
  const opened = await openDialog({
    'tokens.create': () => refused('expiry_in_past', { field: 'expiry' }),
  })
  const { dialog, user, ask } = opened
  await user.type(dialog.getByLabelText('Name'), 'Careful')
  await choose(opened, 'Custom date')
  const field = dialog.getByLabelText('Expires on')
  await user.type(field, '2027-02-30')
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(dialog.getByText('The calendar has no such day.')).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: 'Confirm' }))
  expect(ask).not.toHaveBeenCalledWith('tokens.create', expect.anything())

  await user.clear(field)
  await user.type(field, '2020-01-01')
  await user.click(dialog.getByRole('button', { name: 'Confirm' }))
  await dialog.findByText('This day is already over. Choose a later one.')
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(dialog.getByLabelText<HTMLInputElement>('Name').value).toBe('Careful')
})

test('what policy does not allow is not offered', async () => {
  const { dialog, user } = await openDialog({
    'tokens.terms': () => ({ ...terms, longestLifetimeDays: 90 }),
  })
  await user.click(dialog.getByRole('combobox', { name: 'Expiration' }))
  const offered = (await screen.findAllByRole('option'))
    .filter((option) => option.getAttribute('aria-disabled') !== 'true')
    .map((option) => option.textContent)
  expect(offered).toEqual(['30 days', '90 days', 'Custom date'])
})

test('a token without a grant is allowed, with a plain warning', async () => {
  const { dialog, user } = await openDialog()
  expect(dialog.getByText('This token may do nothing.')).toBeTruthy()
  await user.click(dialog.getByRole('checkbox', { name: 'Invoices: Delete' }))
  expect(dialog.queryByText('This token may do nothing.')).toBeNull()
})

test('a refused name is explained at its field, and nothing typed is lost', async () => {
  const opened = await openDialog({
    'tokens.create': () => refused('token_name_taken', { field: 'name' }),
  })
  const { dialog, user } = opened
  await user.type(dialog.getByLabelText('Name'), 'ERP nightly')
  await choose(opened, '1 year')
  await user.click(dialog.getByRole('checkbox', { name: 'Invoices: Read' }))
  await user.keyboard('{Control>}{Enter}{/Control}')
  await dialog.findByText(/already has a token with this name/)
  const name = dialog.getByLabelText('Name') as HTMLInputElement
  expect([name.value, name.getAttribute('aria-invalid')]).toEqual(['ERP nightly', 'true'])
  expect(dialog.getByRole('combobox', { name: 'Expiration' }).textContent).toBe('1 year')
  expect(isTicked(dialog.getByRole('checkbox', { name: 'Invoices: Read' }))).toBe(true)
})

test('a grant beyond the access of the user is explained on top', async () => {
  const opened = await openDialog({
    'tokens.create': () => refused('beyond_access', { field: 'grants' }),
  })
  await opened.user.type(opened.dialog.getByLabelText('Name'), 'ERP nightly')
  await choose(opened, '30 days')
  await opened.user.click(opened.dialog.getByRole('button', { name: 'Confirm' }))
  const notice = await opened.dialog.findByText(/would be allowed more than its user/)
  expect(notice.closest('[role=alert]')).toBeTruthy()
})

test('Escape asks before it throws away what was typed', async () => {
  const { dialog, user } = await openDialog()
  await user.type(dialog.getByLabelText('Name'), 'ERP')
  await user.keyboard('{Escape}')
  await user.click(await screen.findByRole('button', { name: 'Keep editing' }))
  expect(dialog.getByLabelText<HTMLInputElement>('Name').value).toBe('ERP')
  await user.keyboard('{Escape}')
  await user.click(await screen.findByRole('button', { name: 'Throw away' }))
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Create new token' })).toBeNull())
})

test('the secret is shown once and whole, and Done asks when nothing was copied', async () => {
  const opened = await openDialog()
  const created = await issue(opened)
  const { user } = opened
  expect(created.getByLabelText<HTMLTextAreaElement>('Token secret').value).toBe(secret)
  await user.click(created.getByRole('button', { name: 'Done' }))
  await screen.findByText('Close without copying?')
  await user.click(screen.getByRole('button', { name: 'Keep open' }))
  await user.keyboard('{Escape}')
  await screen.findByText('Close without copying?')
  await user.click(screen.getByRole('button', { name: 'Close anyway' }))
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Token created' })).toBeNull())
  expect(opened.ask).not.toHaveBeenCalledWith('clipboard.copySecret', expect.anything())
})

/** As Electron asks a page before its window is closed; says whether it may be. */
const mayClose = () => {
  const asked = new Event('beforeunload', { cancelable: true })
  act(() => void window.dispatchEvent(asked))
  return !asked.defaultPrevented
}

test('until the secret is copied, another page and closing the window ask first', async () => {
  const opened = await openDialog()
  const { user, router } = opened
  expect(mayClose()).toBe(true)
  const created = await issue(opened)

  router.history.push('/settings')
  await screen.findByText('Close without copying?')
  expect(router.state.location.pathname).toBe('/parametrization/users/7/tokens')
  await user.click(screen.getByRole('button', { name: 'Keep open' }))
  await waitFor(() => expect(screen.queryByText('Close without copying?')).toBeNull())

  expect(mayClose()).toBe(false)
  await screen.findByText('Close without copying?')
  await user.click(screen.getByRole('button', { name: 'Keep open' }))
  await waitFor(() => expect(screen.queryByText('Close without copying?')).toBeNull())

  await user.click(created.getByRole('button', { name: 'Copy token' }))
  await created.findByText(/Clipboard is cleared in/)
  expect(mayClose()).toBe(true)
  router.history.push('/settings')
  await waitFor(() => expect(router.state.location.pathname).toBe('/settings'))
})

test('after Close anyway nothing is held back', async () => {
  const opened = await openDialog()
  await issue(opened)
  expect(mayClose()).toBe(false)
  await opened.user.click(await screen.findByRole('button', { name: 'Close anyway' }))
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Token created' })).toBeNull())
  expect(mayClose()).toBe(true)
})

test('Token created says which token it is', async () => {
  const created = await issue(await openDialog())
  expect(created.getByText('ERP nightly')).toBeTruthy()
  expect(created.getByText('AbCdEf012345')).toBeTruthy()
})

test('two clicks on Confirm at once create one token, and its secret is shown', async () => {
  const opened = await openDialog()
  const { dialog, user, ask } = opened
  await user.type(dialog.getByLabelText('Name'), 'ERP nightly')
  await choose(opened, '30 days')
  const confirm = dialog.getByRole('button', { name: 'Confirm' })
  act(() => {
    fireEvent.click(confirm)
    fireEvent.click(confirm)
  })
  const created = within(await screen.findByRole('dialog', { name: 'Token created' }))
  expect(created.getByLabelText<HTMLTextAreaElement>('Token secret').value).toBe(secret)
  expect(ask.mock.calls.filter(([call]) => call === 'tokens.create')).toHaveLength(1)
})

test('after Done the secret is neither on the page nor in what the window remembers', async () => {
  const build = vi.spyOn(MutationCache.prototype, 'build')
  onTestFinished(() => build.mockRestore())
  const opened = await openDialog()
  const created = await issue(opened)
  const { user, ask } = opened
  await user.click(created.getByRole('button', { name: 'Copy token' }))
  await created.findByText(/Clipboard is cleared in (30|29) s/)
  expect(ask).toHaveBeenCalledWith('clipboard.copySecret', { text: secret })
  await user.click(created.getByRole('button', { name: 'Done' }))
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Token created' })).toBeNull())

  expect(document.documentElement.outerHTML).not.toContain(secret)
  const caches = build.mock.contexts as MutationCache[]
  expect(caches.length).toBeGreaterThan(0)
  await waitFor(() =>
    expect(
      JSON.stringify(caches.flatMap((cache) => cache.getAll().map(({ state }) => state))),
    ).not.toContain(secret),
  )
})

test('the samples carry the address, the call that the token may make, and the secret where it belongs', async () => {
  const opened = await openDialog()
  const created = await issue(opened)
  const { user, ask } = opened
  await user.click(await created.findByRole('tab', { name: 'curl' }))
  await user.click(created.getByRole('button', { name: 'Copy sample' }))
  await created.findByText(/Clipboard is cleared in/)
  expect(ask).toHaveBeenCalledWith('clipboard.copySecret', {
    text: [
      `KEYWARD_TOKEN='${secret}'`,
      "curl -i 'http://127.0.0.1:4170/v1/entities/invoices/records' \\",
      '  -H "Authorization: Bearer $KEYWARD_TOKEN"',
    ].join('\n'),
  })
  await user.click(created.getByRole('button', { name: 'Create a record' }))
  const panel = () => created.getByRole('tabpanel').textContent
  expect(panel()).toContain(`-d '{"number":"Sample"}'`)
  await user.click(created.getByRole('tab', { name: 'Python' }))
  expect(panel()).toContain('data=json.dumps({"number":"Sample"}).encode()')
  expect(panel()).not.toContain(secret)
})

test('copying a sample without the secret in it does not count as having copied the secret', async () => {
  const opened = await openDialog()
  const created = await issue(opened)
  const { user } = opened
  await user.click(await created.findByRole('tab', { name: 'JavaScript' }))
  await user.click(created.getByRole('button', { name: 'Copy sample' }))
  await created.findByText(/Clipboard is cleared in/)
  await user.click(created.getByRole('button', { name: 'Done' }))
  expect(await screen.findByText('Close without copying?')).toBeTruthy()
})

const trial = {
  request: 'GET /v1/entities/invoices/records?limit=3 HTTP/1.1',
  status: 200,
  headers: 'content-type: application/json',
  body: '{"items":[]}',
  milliseconds: 3.2,
}

test('Try it says what it will do, makes a call that changes nothing, and shows what came of it', async () => {
  const opened = await openDialog({ 'calls.try': () => trial })
  const created = await issue(opened)
  const { user, ask } = opened
  const button = await created.findByRole('button', { name: 'Try it' })
  const hint = document.getElementById(button.getAttribute('aria-describedby')!)
  expect(hint?.textContent).toContain('Reads up to 3 records of Invoices')
  await user.click(button)
  const outcome = within(await created.findByRole('region', { name: 'What the call was answered' }))
  expect(ask).toHaveBeenCalledWith('calls.try', { secret, entity: 'invoices' })
  expect(outcome.getByText('Answered with 200 after 4 ms')).toBeTruthy()
  expect(outcome.getByText(/The token works/)).toBeTruthy()
  const headers = outcome.getByRole('button', { name: 'Headers of the answer' })
  expect(headers.getAttribute('aria-expanded')).toBe('false')
})

test('a token that may only write is tried without writing', async () => {
  const opened = await openDialog({
    'tokens.samples': () => [samples[1]!],
    'calls.try': () => ({ ...trial, status: 401 }),
  })
  const created = await issue(opened)
  const { user, ask } = opened
  await user.click(await created.findByRole('button', { name: 'Try it' }))
  await created.findByText(/does not take this token now/)
  expect(ask).toHaveBeenCalledWith('calls.try', { secret, entity: null })
})

test('while the gateway is stopped, Try it says so in a sentence', async () => {
  const opened = await openDialog({ 'calls.try': () => refused('gateway_not_running') })
  const created = await issue(opened)
  await opened.user.click(await created.findByRole('button', { name: 'Try it' }))
  expect((await created.findByText(/gateway is not running/i)).closest('[role=alert]')).toBeTruthy()
})

test('a lifetime that the policy proposes is chosen already, and can be chosen otherwise', async () => {
  const opened = await openDialog({
    'tokens.terms': () => ({ ...terms, defaultLifetimeDays: 45 }),
  })
  const { dialog, user, ask } = opened
  const field = dialog.getByRole('combobox', { name: 'Expiration' })
  expect(field.textContent).toBe('45 days')
  await user.click(field)
  const offered = (await screen.findAllByRole('option')).map((option) => option.textContent)
  expect(offered.slice(1, 4)).toEqual(['30 days', '45 days', '90 days'])
  await user.keyboard('{Escape}')
  await user.type(dialog.getByLabelText('Name'), 'ERP nightly')
  await user.click(dialog.getByRole('button', { name: 'Confirm' }))
  await waitFor(() =>
    expect(ask).toHaveBeenCalledWith(
      'tokens.create',
      expect.objectContaining({ expiry: { kind: 'days', days: 45, zone: localZone() } }),
    ),
  )
})

test('a name is held against the forms that the policy wants while it is typed', async () => {
  const { dialog, user } = await openDialog({
    'tokens.terms': () => ({ ...terms, namePatterns: ['ERP-##', 'shop *'] }),
    'tokens.create': () => refused('name_not_allowed', { field: 'name' }),
  })
  const name = dialog.getByLabelText('Name')
  const isWrong = () => name.getAttribute('aria-invalid')
  expect(dialog.getByText(/^The policy wants a name like “ERP-##”, “shop \*”/)).toBeTruthy()
  await user.type(name, 'ERP-1')
  expect(dialog.getByText(/^This does not fit yet\./)).toBeTruthy()
  expect(isWrong()).toBe('false')
  await user.tab()
  expect(isWrong()).toBe('true')
  await user.type(name, '2')
  expect(isWrong()).toBe('false')
  expect(dialog.getByText(/^The policy wants a name like/)).toBeTruthy()
  await user.clear(name)
  await user.type(name, 'crm')
  await choose({ user, dialog } as Opened, '30 days')
  await user.click(dialog.getByRole('button', { name: 'Confirm' }))
  await waitFor(() => expect(isWrong()).toBe('true'))
})
