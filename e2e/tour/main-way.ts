import type { Keyward } from '../launch.ts'
import type { Locator } from 'playwright'
import { createEntity, openEntities } from '../pages/entities.ts'
import { callGateway } from '../pages/gateway-client.ts'
import { administrator, createFirstAdministrator } from '../pages/sign-in.ts'
import {
  chooseForToken,
  copyAndFinish,
  deleteToken,
  disableToken,
  fillToken,
  openCreateToken,
  readSecret,
} from '../pages/tokens.ts'
import { createUser, openUser } from '../pages/users.ts'
import type { Report } from './report.ts'

const account = { username: 'sap-finance', displayName: 'SAP Finance' }
const tokenName = 'Nightly invoice export'

/** `product.md`, the main way, from the first start to the refused call after Delete. */
export async function walkTheMainWay({ page, baseUrl }: Keyward, report: Report) {
  await page.getByRole('button', { name: 'Create administrator' }).waitFor()
  await report.picture(page, 'first-start', 'First start', 'asks for the first administrator', true)

  await createFirstAdministrator(page)
  await report.picture(
    page,
    'overview',
    'Create administrator',
    `${administrator.displayName} is signed in`,
    await isShown(page.getByRole('link', { name: 'Overview' })),
  )

  await createEntity(page, 'Invoices', [
    { title: 'Number', type: 'Text', required: true },
    { title: 'Total', type: 'Decimal' },
    { title: 'Due', type: 'Date' },
  ])
  await createEntity(page, 'Orders', [
    { title: 'Number', type: 'Text', required: true },
    { title: 'Quantity', type: 'Whole number' },
  ])
  await openEntities(page)
  await report.picture(
    page,
    'entities',
    'New entity, twice',
    'Invoices and Orders are listed',
    (await isShown(page.getByRole('row', { name: /Invoices/ }))) &&
      (await isShown(page.getByRole('row', { name: /Orders/ }))),
  )

  await createUser(page, { kind: 'Service account', ...account })
  await report.picture(
    page,
    'users',
    'New user',
    `${account.displayName} is in the list`,
    await isShown(page.getByRole('row', { name: new RegExp(account.displayName) })),
  )

  await openUser(page, account.displayName)
  await report.picture(page, 'tokens-empty', 'Open the user', 'the tab Tokens is empty', true)

  const dialog = await openCreateToken(page)
  await fillToken(page, dialog, {
    name: tokenName,
    expiration: '90 days',
    permissions: ['Invoices: Read', 'Invoices: Write'],
  })
  await report.picture(
    page,
    'create-new-token',
    'Create new token',
    'the dialog is filled in',
    await dialog.getByRole('checkbox', { name: 'Invoices: Read' }).isChecked(),
  )

  await dialog.getByRole('button', { name: 'Confirm' }).click()
  const secret = await readSecret(page)
  await report.picture(
    page,
    'token-created',
    'Confirm',
    'the secret is shown once',
    /^kws_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}$/.test(secret),
  )
  await copyAndFinish(page)
  await report.picture(
    page,
    'tokens-one',
    'Copy token, Done',
    'the token is in the list',
    await isShown(page.getByRole('row', { name: new RegExp(tokenName) })),
  )

  await callWith(secret, baseUrl, report)

  await page.getByText(tokenName).first().click()
  const details = page.getByRole('dialog', { name: tokenName })
  await report.picture(
    page,
    'token-details',
    'Open the token',
    'its refused call is on its page, with the reason',
    await isShown(details.getByRole('row', { name: /DELETE/ })),
  )
  await page.keyboard.press('Escape')

  await disableToken(page, tokenName)
  await page.getByText('Disabled', { exact: true }).first().waitFor()
  const disabled = await callGateway(baseUrl, secret, 'GET', '/v1/entities/invoices/records')
  report.answer('Call after Disable', disabled.status, 401, 'refused: the token is disabled')
  await chooseForToken(page, tokenName, 'Enable')
  await page.getByText('Active', { exact: true }).first().waitFor()
  const enabled = await callGateway(baseUrl, secret, 'GET', '/v1/entities/invoices/records')
  report.answer('Call after Enable', enabled.status, 200, 'allowed again')

  await deleteToken(page, tokenName)
  const deleted = await callGateway(baseUrl, secret, 'GET', '/v1/entities/invoices/records')
  report.answer('Call after Delete', deleted.status, 401, 'refused: the token is revoked')
  await page.getByRole('button', { name: 'Revoked' }).click()
  await report.picture(
    page,
    'revoked',
    'Filter Revoked',
    'the token and its history are kept',
    await isShown(page.getByRole('row', { name: new RegExp(tokenName) })),
  )

  for (const [link, name] of [
    ['Overview', 'overview-after'],
    ['Audit', 'refused-calls'],
    ['API', 'api-gateway'],
    ['Settings', 'settings'],
  ] as const) {
    await page.getByRole('link', { name: link, exact: true }).click()
    const heading = page.getByRole('heading', { level: 1 })
    await report.picture(page, name, `Open ${link}`, `a page is shown`, await isShown(heading))
  }
  await page.getByRole('link', { name: 'Audit', exact: true }).click()
  await page.getByRole('link', { name: 'Activity' }).click()
  await page.getByRole('button', { name: 'Verify chain' }).click()
  const unbroken = await isShown(page.getByText(/unbroken/))
  await report.picture(page, 'activity', 'Verify chain', 'the chain is unbroken', unbroken)
}

async function callWith(secret: string, baseUrl: string, report: Report) {
  const created = await callGateway(baseUrl, secret, 'POST', '/v1/entities/invoices/records', {
    number: 'INV-2026-0001',
    total: '1249.50',
    due: '2026-12-31',
  })
  report.answer('Call: create an invoice', created.status, 201, 'allowed by Invoices: Write')
  const listed = await callGateway(baseUrl, secret, 'GET', '/v1/entities/invoices/records')
  report.answer(
    'Call: list invoices',
    listed.status,
    200,
    `allowed by Invoices: Read, ${itemsIn(listed.body)} record`,
  )
  const id = (created.body as { id?: string } | null)?.id ?? 'none'
  const path = `/v1/entities/invoices/records/${id}`
  const refused = await callGateway(baseUrl, secret, 'DELETE', path)
  report.answer('Call: delete the invoice', refused.status, 403, 'refused: Delete was not granted')
  const other = await callGateway(baseUrl, secret, 'GET', '/v1/entities/orders/records')
  report.answer('Call: list orders', other.status, 403, 'refused: nothing was granted on Orders')
  const self = await callGateway(baseUrl, secret, 'GET', '/v1/token')
  report.answer('Call: what is this token', self.status, 200, 'says what it may do')
}

const itemsIn = (body: unknown) => (body as { items?: unknown[] } | null)?.items?.length ?? 0

/** Waits a little for what the window is about to show. */
const isShown = (what: Locator) =>
  what
    .first()
    .waitFor({ timeout: 5_000 })
    .then(
      () => true,
      () => false,
    )
