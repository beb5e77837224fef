import type { Keyward } from '../launch.ts'
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
import { callWith } from './calls.ts'
import { isShown } from './is-shown.ts'
import { lookAround } from './look-around.ts'
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

  await lookAround(page, report)
}
