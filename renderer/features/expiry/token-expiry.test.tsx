import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import type { ExpirySummary } from '../../../electron/contract/expiry-summary'
import { expiryViews } from '../../../electron/contract/expiry-view'
import type { InventoryAsked } from '../../../electron/contract/inventory'
import { SavedViewId } from '../../../electron/contract/saved-view'
import { erpToken } from '../../app/examples.fixture'
import { openWindow, refused, signedIn } from '../../app/testing'
import { expiryPath } from '../../ui/expiry-path'
import { monthsFrom, monthWords } from '../../ui/months'

const row = {
  token: { ...erpToken, expiresAt: Date.now() + 86_400_000, isExpiryLimited: true },
  userName: 'SAP Finance',
  username: 'sap',
  userKind: 'service_account' as const,
  userStatus: 'active' as const,
}

const months = monthsFrom(Date.now(), 'UTC')
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

const summary = (over: Partial<ExpirySummary> = {}): ExpirySummary => ({
  ended: { from: 0, before: Date.now(), tokens: 2, used: 1 },
  months: months.slice(1).map((before, at) => ({ from: months[at]!, before, tokens: at, used: 0 })),
  views: Object.fromEntries(expiryViews.map((view, at) => [view, at])) as ExpirySummary['views'],
  unusedDays: 90,
  ...over,
})

function openExpiry(answers: Parameters<typeof openWindow>[0] = {}, address = expiryPath()) {
  const opened = openWindow(
    {
      'session.state': () => signedIn('auditor'),
      'expiry.summary': () => summary(),
      'tokens.inventory': () => ({ rows: [row], total: 1 }),
      'views.list': () => [],
      'entities.names': () => [],
      ...answers,
    },
    address,
  )
  const lastAsked = () =>
    opened.ask.mock.calls.findLast(([call]) => call === 'tokens.inventory')?.[1] as InventoryAsked
  return { ...opened, lastAsked }
}

const views = async () => within(await screen.findByRole('group', { name: 'Ready views' }))

describe('the page Token expiry', () => {
  test('shows a year with its numbers, the ready views with theirs, and the list by expiry', async () => {
    const { lastAsked } = openExpiry()
    const timeline = within(await screen.findByRole('group', { name: 'Expiries by month' }))
    const third = monthWords(months[3]! - 1, zone)
    expect(timeline.getAllByRole('button')).toHaveLength(13)
    expect(timeline.getByRole('button', { name: new RegExp(`^${third}: 2 tokens`) })).toBeTruthy()
    expect(timeline.getByRole('button', { name: /^2 tokens expired in the last/ })).toBeTruthy()
    const { getByRole } = await views()
    expect(getByRole('button', { name: 'Expired but still called · 7' })).toBeTruthy()
    expect(getByRole('button', { name: 'Unused for 90 days · 5' })).toBeTruthy()
    expect(await screen.findByText('ERP nightly')).toBeTruthy()
    expect(screen.getByText('Longest lifetime')).toBeTruthy()
    expect(lastAsked()).toMatchObject({ sort: 'expiresAt', direction: 'asc' })
  })

  test('a ready view is a filter in the address, and pressed again it is gone', async () => {
    const { user, router, lastAsked } = openExpiry()
    const { getByRole } = await views()
    await user.click(getByRole('button', { name: /^30 days/ }))
    expect(router.state.location.search).toEqual({ expiresWithinDays: 30 })
    await waitFor(() => expect(lastAsked()).toMatchObject({ expiresWithinDays: 30 }))
    const pressed = getByRole('button', { name: /^30 days/ })
    expect(pressed.getAttribute('aria-pressed')).toBe('true')
    await user.click(pressed)
    expect(router.state.location.search).toEqual({})
  })

  test('is opened on a view by a link from elsewhere', async () => {
    openExpiry({}, expiryPath('expired'))
    const { findByRole } = await views()
    const pressed = await findByRole('button', { name: /^Expired · /, pressed: true })
    expect(pressed).toBeTruthy()
  })

  test('a month is chosen with the keyboard, and its list asked for', async () => {
    const { user, lastAsked } = openExpiry()
    const month = await screen.findByRole('button', {
      name: new RegExp(`^${monthWords(months[5]! - 1, zone)}`),
    })
    month.focus()
    await user.keyboard('{Enter}')
    await waitFor(() =>
      expect(lastAsked()).toMatchObject({ expiresFrom: months[4], expiresBefore: months[5] }),
    )
    expect(month.getAttribute('aria-pressed')).toBe('true')
  })

  test('the days unused are chosen, counted and kept in the address', async () => {
    const { user, router } = openExpiry({
      'expiry.summary': ({ unusedDays }) => summary({ unusedDays: unusedDays ?? 90 }),
    })
    await user.click(await screen.findByRole('button', { name: 'Days unused' }))
    await user.click(await screen.findByRole('menuitemradio', { name: '30 days' }))
    expect(router.state.location.search).toEqual({ unusedDays: 30 })
    const { findByRole } = await views()
    expect(await findByRole('button', { name: /^Unused for 30 days/, pressed: true })).toBeTruthy()
  })

  test('says why there is nothing, and shows all again with one click', async () => {
    const { user, router } = openExpiry(
      { 'tokens.inventory': () => ({ rows: [], total: 0 }) },
      expiryPath('never_used'),
    )
    await user.click(await screen.findByRole('button', { name: 'Show all tokens' }))
    expect(router.state.location.search).toEqual({})
    expect(await screen.findByText('No tokens yet')).toBeTruthy()
  })

  test('lists tokens although the summary failed, and asks for it again', async () => {
    const answer = vi.fn<() => ExpirySummary>(() => summary())
    let isBroken = true
    const { user } = openExpiry({
      'expiry.summary': () => (isBroken ? refused('internal') : answer()),
    })
    expect(await screen.findByText('ERP nightly')).toBeTruthy()
    isBroken = false
    await user.click(await screen.findByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('group', { name: 'Ready views' })).toBeTruthy()
  })
})

describe('saved views', () => {
  const saved = {
    id: SavedViewId.parse(3),
    list: 'expiry' as const,
    name: 'Next week',
    filter: { expiresWithinDays: 7, sort: 'calls' as const, direction: 'desc' as const },
  }

  test('one brings its filter and its order along', async () => {
    const { user, router } = openExpiry({ 'views.list': () => [saved] })
    await user.click(await screen.findByRole('button', { name: 'Saved views' }))
    await user.click(await screen.findByRole('button', { name: 'Next week' }))
    expect(router.state.location.search).toEqual({
      ...{ expiresWithinDays: 7, sort: 'calls', direction: 'desc' },
    })
  })

  test('what is shown is saved under a name; one that is taken is said under the field', async () => {
    let isTaken = true
    const { user, ask } = openExpiry(
      {
        'views.save': (view) =>
          isTaken
            ? refused('view_name_taken', { field: 'name' })
            : { ...view, id: SavedViewId.parse(4) },
      },
      expiryPath('within_7'),
    )
    await user.click(await screen.findByRole('button', { name: 'Saved views' }))
    await user.click(await screen.findByRole('button', { name: 'Save this view …' }))
    await user.type(await screen.findByLabelText('Name of the view'), 'Mine')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText(/have a view with this name already/)).toBeTruthy()
    isTaken = false
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('The view “Mine” was saved.')).toBeTruthy()
    expect(ask).toHaveBeenLastCalledWith('views.save', {
      list: 'expiry',
      name: 'Mine',
      filter: { expiresWithinDays: 7, sort: 'expiresAt', direction: 'asc' },
    })
  })

  test('a deleted one is taken back with one click', async () => {
    const { user, ask } = openExpiry({
      'views.list': () => [saved],
      'views.delete': () => undefined,
      'views.save': () => saved,
    })
    await user.click(await screen.findByRole('button', { name: 'Saved views' }))
    await user.click(await screen.findByRole('button', { name: 'Delete view Next week' }))
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    const { list, name, filter } = saved
    expect(ask).toHaveBeenCalledWith('views.delete', { id: 3 })
    expect(ask).toHaveBeenCalledWith('views.save', { list, name, filter })
  })
})

describe('an export', () => {
  /** There is something to export as soon as the list is there. */
  async function openExports(user: ReturnType<typeof openExpiry>['user']) {
    const button = await screen.findByText<HTMLButtonElement>('Export')
    await waitFor(() => expect(button.disabled).toBe(false))
    await user.click(button)
  }

  test('is asked for as it is shown: the filter, its words and its order', async () => {
    const { user, ask } = openExpiry(
      { 'tokens.exportList': () => ({ name: 'soon.pdf', rows: 1 }) },
      expiryPath('within_30'),
    )
    await openExports(user)
    await user.click(await screen.findByText('Report to print (PDF)'))
    expect(await screen.findByText('soon.pdf was written, with 1 row.')).toBeTruthy()
    expect(ask).toHaveBeenCalledWith('tokens.exportList', {
      filter: { expiresWithinDays: 30 },
      order: { sort: 'expiresAt', direction: 'asc' },
      format: 'pdf',
      title: 'Tokens that expire within 30 days',
      described: ['Expires within 30 days'],
      zone,
    })
  })

  test('shows how far it is while it goes on, and can be cancelled', async () => {
    const done = Promise.withResolvers<null>()
    const { user, ask } = openExpiry({
      'tokens.exportList': () => done.promise as never,
      'tokens.exportProgress': () => ({
        ...{ file: 'all.csv', rows: 400, totalRows: 1000, isPrinting: false },
      }),
      'tokens.exportCancel': () => undefined,
    })
    await openExports(user)
    await user.click(await screen.findByText('Table (CSV)'))
    expect(await screen.findByText('all.csv: 400 of 1,000 tokens')).toBeTruthy()
    await user.click(screen.getByText('Cancel'))
    expect(ask).toHaveBeenCalledWith('tokens.exportCancel', undefined)
    done.resolve(null)
  })
})
