import type { Page } from 'playwright'
import { createEntity } from './entities.ts'
import { createFirstAdministrator } from './sign-in.ts'
import { copyAndFinish, createToken } from './tokens.ts'
import { createService } from './users.ts'

export const ordersPath = '/v1/entities/orders/records'

/**
 * From a fresh profile to a system that may call: the entity Orders, the service account ERP and
 * its token. Leaves the tab Tokens open.
 */
export async function readyToCall(page: Page, token: { name: string; permissions: string[] }) {
  await createFirstAdministrator(page)
  await createEntity(page, 'Orders', [{ title: 'Number', type: 'Text' }])
  await createService(page, 'erp', 'ERP')
  const secret = await createToken(page, { ...token, expiration: '30 days' })
  await copyAndFinish(page)
  return secret
}
