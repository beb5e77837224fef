import { callGateway } from '../pages/gateway-client.ts'
import type { Report } from './report.ts'

const invoices = '/v1/entities/invoices/records'

/** What an ERP would send; decimals are text, so that no cent is rounded away. */
const sent = [
  { number: 'INV-2026-0001', total: '1249.5', due: '2026-12-31' },
  { number: 'INV-2026-0002', total: '380', due: '2026-12-15' },
  { number: 'INV-2026-0003', total: '12400.75', due: '2027-01-10' },
  { number: 'INV-2026-0004', total: '96.2', due: '2027-01-14' },
]

/** The system on the other side, with a token for Invoices: Read and Write. */
export async function callWith(secret: string, baseUrl: string, report: Report) {
  let id = 'none'
  for (const invoice of sent) {
    const created = await callGateway(baseUrl, secret, 'POST', invoices, invoice)
    id = (created.body as { id?: string } | null)?.id ?? 'none'
    const what = `Call: create invoice ${invoice.number}`
    report.answer(what, created.status, 201, 'allowed by Invoices: Write')
  }
  const listed = await callGateway(baseUrl, secret, 'GET', invoices)
  const seen = `allowed by Invoices: Read, ${itemsIn(listed.body)} records`
  report.answer('Call: list invoices', listed.status, 200, seen)
  const refused = await callGateway(baseUrl, secret, 'DELETE', `${invoices}/${id}`)
  report.answer('Call: delete an invoice', refused.status, 403, 'refused: Delete was not granted')
  const other = await callGateway(baseUrl, secret, 'GET', '/v1/entities/orders/records')
  report.answer('Call: list orders', other.status, 403, 'refused: nothing was granted on Orders')
  const self = await callGateway(baseUrl, secret, 'GET', '/v1/token')
  report.answer('Call: what is this token', self.status, 200, 'says what it may do')
}

const itemsIn = (body: unknown) => (body as { items?: unknown[] } | null)?.items?.length ?? 0
