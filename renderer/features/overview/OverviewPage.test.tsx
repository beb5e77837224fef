import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { AttentionItem } from '../../../electron/contract/attention'
import { expiryViews } from '../../../electron/contract/expiry-view'
import { ReviewId, TokenId, UserId } from '../../../electron/contract/id'
import type { Reply } from '../../../electron/contract/index'
import { runningGateway } from '../../app/examples.fixture'
import { openWindow, refused, signedIn } from '../../app/testing'

const now = Date.now()
const day = 86_400_000

const overview: Reply<'overview.get'> = {
  people: 1,
  serviceAccounts: 2,
  entities: 3,
  tokensByStatus: {
    revoked: 4,
    disabled: 0,
    user_disabled: 0,
    not_yet_active: 0,
    expired: 2,
    expiring_soon: 0,
    active: 11,
  },
  allowedToday: 0,
  refusedToday: 0,
  nextToExpire: [],
}

const token = { id: TokenId.parse('AbCdEf012345'), name: 'ERP nightly', userId: UserId.parse(7) }

const items: AttentionItem[] = [
  { kind: 'expired_called', count: 1, token, lastCallAt: now - 2 * 3_600_000 },
  { kind: 'replaced_called', count: 2, token: null, lastCallAt: now - 60_000 },
  { kind: 'refused_spike', count: 1_234, usual: 56 },
  { kind: 'expiring_7', count: 3, token: null, nextAt: now + 2 * day },
  { kind: 'keys_in_file' },
  { kind: 'unused_delete', count: 1, token },
  { kind: 'rotation_ready', count: 1, token },
  { kind: 'review_ready', count: 1, review: { id: ReviewId.parse(5), name: 'Spring' } },
  { kind: 'backup_overdue', lastAt: now - 41 * day },
]

const open = (answers: Parameters<typeof openWindow>[0] = {}) =>
  openWindow({
    'session.state': () => signedIn('administrator'),
    'overview.get': () => overview,
    'gateway.state': () => runningGateway,
    'attention.list': () => items,
    'calls.daily': ({ days }) =>
      days.slice(1).map((before, at) => ({
        from: days[at]!,
        before,
        allowed: at === 29 ? 1_500 : 0,
        refused: at === 29 ? 7 : 0,
      })),
    'expiry.summary': ({ months }) => ({
      ended: { from: 0, before: now, tokens: 2, used: 1 },
      months: months.slice(1).map((before, at) => ({
        from: at === 0 ? now : months[at]!,
        before,
        tokens: at,
        used: 0,
      })),
      views: Object.fromEntries(expiryViews.map((view) => [view, 0])) as never,
      unusedDays: 90,
    }),
    ...answers,
  })

const section = async (name: string) => within(await screen.findByRole('region', { name }))

test('what needs attention is told in sentences, the worst first, each with a link to its view', async () => {
  open()
  const attention = await section('Needs attention')
  const rows = await attention.findAllByRole('listitem')
  expect(
    rows.map((row) => [
      row.textContent?.replace(/Show$/, ''),
      within(row).getByRole('link', { name: 'Show' }).getAttribute('href'),
    ]),
  ).toEqual([
    [
      '“ERP nightly” expired and is still called, last 2 hours ago.',
      '/audit/token-expiry?calledAfterExpiry=true',
    ],
    [
      '2 tokens are still called with a secret that was replaced, last 1 minute ago.',
      '/audit/replaced-but-called',
    ],
    [
      '1,234 calls were refused in the last 24 hours; 56 a day is usual.',
      '/audit/refused-calls?period=day',
    ],
    [
      '3 tokens expire within 7 days, the next in 2 days.',
      '/audit/token-expiry?expiresWithinDays=7',
    ],
    ['Keys are kept in a file: this computer offers no keychain.', '/settings#about'],
    [
      '“ERP nightly” may delete records, and has not in 90 days.',
      '/audit/all-tokens?unusedDeleteDays=90',
    ],
    [
      'The rotation of “ERP nightly” can be finished: nobody calls with the old secret any more.',
      '/parametrization/users/7/tokens?search=AbCdEf012345',
    ],
    ['The access review “Spring” can be applied: every token is decided.', '/audit/reviews/5'],
    ['The last backup was made 41 days ago.', '/settings#backup'],
  ])
})

test('where nothing needs attention it says so', async () => {
  open({ 'attention.list': () => [] })
  const attention = await section('Needs attention')
  expect(await attention.findByText('Nothing needs attention.')).toBeTruthy()
})

test('what cannot be found out says why, and can be tried again', async () => {
  let broken = true
  const { user } = open({ 'attention.list': () => (broken ? refused('internal') : []) })
  const attention = await section('Needs attention')
  await attention.findByRole('alert')
  broken = false
  await user.click(attention.getByRole('button', { name: 'Try again' }))
  expect(await attention.findByText('Nothing needs attention.')).toBeTruthy()
})

test('each status has its number, and leads to its tokens', async () => {
  open()
  const byStatus = await section('Tokens by status')
  const links = await byStatus.findAllByRole('link')
  expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['11', '/audit/all-tokens?statuses=active'],
    ['2', '/audit/all-tokens?statuses=expired'],
    ['4', '/audit/all-tokens?statuses=revoked'],
  ])
  expect(byStatus.getByRole('link', { name: 'Active: 11 tokens' })).toBeTruthy()
})

test('each month leads to the tokens that expire in it', async () => {
  open()
  const byMonth = within(await screen.findByRole('group', { name: 'Expiries by month' }))
  const months = byMonth.getAllByRole('link')
  expect(months).toHaveLength(13)
  expect(months[0]!.getAttribute('aria-label')).toMatch(/^2 tokens expired in the last/)
  expect(months[3]!.getAttribute('aria-label')).toMatch(/: 2 tokens expire/)
  expect(months[3]!.getAttribute('href')).toMatch(
    /^\/audit\/token-expiry\?expiresFrom=\d+&expiresBefore=\d+$/,
  )
})

test('calls by day are a picture with a sentence, and a table', async () => {
  const { user } = open()
  const byDay = await section('Calls by day')
  expect(
    await byDay.findByRole('img', {
      name: 'Calls by day: 1,500 allowed and 7 refused in 30 days',
    }),
  ).toBeTruthy()
  await user.click(byDay.getByRole('button', { name: 'As a table' }))
  const rows = within(byDay.getByRole('table')).getAllByRole('row')
  expect(rows).toHaveLength(31)
  expect(rows[1]!.textContent).toMatch(/1,5007$/)
  expect(rows[2]!.textContent).toMatch(/00$/)
})
