import words from '../../resources/demo/words.json'
import type { Customer, Product } from './demo-catalogue'
import type { DemoRecord, Written } from './demo-records'
import { amount, cents, moments, padded, pickBefore } from './demo-values'
import type { Seeded } from './seeded'
import { day } from './token-stories'

export type Order = ReturnType<typeof writeOrders>[number]['data']

type Known = {
  customers: DemoRecord<Customer>[]
  products: DemoRecord<Product>[]
  warehouses: DemoRecord[]
}

/** What one euro of a price list is in the customer's currency. */
const rates = { EUR: 1, CZK: 25, PLN: 4.3 }
type Currency = keyof typeof rates

/** Orders of the last half year; the total is the sum of the items, to the cent. */
export function writeOrders(seeded: Seeded, now: number, count: number, known: Known) {
  return moments(seeded, now, count, [180, 0]).map((at, nth) => {
    const customer = pickBefore(seeded, known.customers, at)
    const currency = currencyOf(customer.data.country)
    const items = Array.from({ length: seeded.pick([1, 1, 2, 2, 3, 4, 6]) }, () => {
      const { data } = pickBefore(seeded, known.products, at)
      const quantity = seeded.pick([1, 1, 2, 3, 5, 10, 20])
      return { sku: data.sku, quantity, price: amount(cents(data.price) * rates[currency]) }
    })
    const total = items.reduce((sum, one) => sum + one.quantity * cents(one.price), 0)
    return {
      at,
      data: {
        number: `SO-${padded(nth + 70_401, 6)}`,
        customer: customer.id,
        warehouse: pickBefore(seeded, known.warehouses, at).id,
        ordered_at: new Date(at).toISOString(),
        status: statusAt(now - at, seeded),
        items,
        lines: items.length,
        currency,
        total: amount(total),
      },
    } satisfies Written
  })
}

const currencyOf = (country: string): Currency =>
  (({ ...words.currencies }) as Record<string, Currency>)[country] ?? 'EUR'

/** How far an order of that age has come. */
function statusAt(age: number, seeded: Seeded) {
  if (age > day && seeded.chance(0.04)) return 'Cancelled'
  if (age < day / 2) return 'New'
  if (age < 2 * day) return 'Picking'
  return age < 5 * day ? 'Shipped' : 'Delivered'
}
