import type { Customer } from './demo-catalogue'
import type { Order } from './demo-orders'
import type { DemoRecord, Written } from './demo-records'
import { amount, calendarDay, cents, padded } from './demo-values'
import type { Seeded } from './seeded'
import { day } from './token-stories'

type Known = { orders: DemoRecord<Order>[]; customers: DemoRecord<Customer>[] }

const hour = day / 24
const domestic = 'CZ'
const vatRate = 0.21

/** One invoice for every order that left the house, some hours later; numbered through each year. */
export function writeInvoices(seeded: Seeded, now: number, { orders, customers }: Known) {
  const countryOf = new Map(customers.map(({ id, data }) => [id, data.country]))
  const sent = orders
    .filter(({ data }) => data.status === 'Shipped' || data.status === 'Delivered')
    .map((order) => ({ order, at: order.at + seeded.between(4, 36) * hour }))
    .toSorted((one, other) => one.at - other.at)
  const ofYear = new Map<string, number>()
  return sent.map(({ order: { id, data }, at }) => {
    const year = calendarDay(at).slice(0, 4)
    const nth = (ofYear.get(year) ?? 0) + 1
    ofYear.set(year, nth)
    const net = cents(data.total)
    const vat = countryOf.get(data.customer) === domestic ? Math.round(net * vatRate) : 0
    const due = at + seeded.pick([14, 30, 30, 60]) * day
    return {
      at,
      data: {
        number: `FV${year}-${padded(nth, 5)}`,
        order: id,
        customer: data.customer,
        issued_on: calendarDay(at),
        due_on: calendarDay(due),
        ...payment(seeded, at, due, now),
        currency: data.currency,
        net: amount(net),
        vat: amount(vat),
        total: amount(net + vat),
      },
    } satisfies Written
  })
}

/** Most pay around the day on which it is due; what is neither paid nor due yet has been sent. */
function payment(seeded: Seeded, at: number, due: number, now: number): Record<string, string> {
  if (seeded.chance(0.02)) return { status: 'Cancelled' }
  const paidAt = Math.max(at + day, due - seeded.between(-12, 20) * day)
  if (paidAt < now && seeded.chance(0.95)) return { status: 'Paid', paid_on: calendarDay(paidAt) }
  return { status: calendarDay(due) < calendarDay(now) ? 'Overdue' : 'Sent' }
}
