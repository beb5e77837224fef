import type { StoredRecord } from '../contract/record'
import words from '../../resources/demo/words.json'
import type { Seeded } from './seeded'
import { day } from './token-stories'

type RecordData = StoredRecord['data']
type Write = (seeded: Seeded, nth: number, at: number, idsOf: IdsOf) => RecordData

/** The ids of the records of another entity, written before. */
export type IdsOf = (entityName: string) => string[]

/** One believable record per call; `nth` counts from 1, `at` is the moment it was written. */
const writers: Record<string, Write> = {
  invoices: (seeded, nth, at, idsOf) => ({
    number: `FV${calendarDay(at).slice(0, 4)}-${padded(nth, 5)}`,
    customer: seeded.pick(idsOf('customers')),
    issued_on: calendarDay(at),
    due_on: calendarDay(at + seeded.pick([14, 30, 60]) * day),
    total: amount(seeded, 40, 48_000),
    currency: seeded.pick(words.currencies),
    paid: seeded.chance(0.7),
  }),
  orders: (seeded, nth, at, idsOf) => ({
    number: `SO-${padded(nth + 70_400, 6)}`,
    customer: seeded.pick(idsOf('customers')),
    ordered_at: new Date(at).toISOString(),
    lines: seeded.between(1, 24),
    total: amount(seeded, 15, 9_000),
    shipped: seeded.chance(0.8),
  }),
  products: (seeded, nth, at) => ({
    sku: `P-${padded(nth * 7 + 1_000, 5)}`,
    title: `${seeded.pick(words.productBeginnings)} ${seeded.pick(words.productEndings)}`,
    price: amount(seeded, 4, 1_900),
    in_stock: seeded.between(0, 640),
    launched_on: calendarDay(at - seeded.between(0, 900) * day),
    discontinued: seeded.chance(0.08),
  }),
  warehouses: (seeded, nth) => {
    const [city, country] = place(seeded)
    return {
      code: `WH-${country}-${padded(nth, 3)}`,
      city,
      country,
      pallets: seeded.between(20, 900) * 10,
      cold_storage: seeded.chance(0.25),
    }
  },
  customers: (seeded, nth, at) => {
    const [city, country] = place(seeded)
    return {
      name: company(seeded),
      email: `orders@customer-${padded(nth, 4)}.example`,
      city,
      country,
      // Some were never given one; an empty field is one that is not there.
      ...(seeded.chance(0.85) && { credit_limit: (seeded.between(1, 90) * 500).toFixed(2) }),
      customer_since: calendarDay(at - seeded.between(0, 3_000) * day),
      active: seeded.chance(0.92),
    }
  },
  employees: (seeded, nth, at) => ({
    number: nth + 1_000,
    name: `${seeded.pick(words.firstNames)} ${seeded.pick(words.lastNames)}`,
    department: seeded.pick(words.departments),
    started_on: calendarDay(at - seeded.between(30, 4_000) * day),
    hours_per_week: seeded.pick(['40', '40', '40', '37.5', '30', '20']),
    remote: seeded.chance(0.3),
    salary: amount(seeded, 24_000, 96_000),
  }),
}

export function writeRecord(
  entityName: string,
  seeded: Seeded,
  nth: number,
  at: number,
  idsOf: IdsOf,
) {
  const write = writers[entityName]
  if (!write) throw new Error(`The demo cannot write records of "${entityName}"`)
  return write(seeded, nth, at, idsOf)
}

const padded = (number: number, digits: number) => String(number).padStart(digits, '0')
const calendarDay = (at: number) => new Date(at).toISOString().slice(0, 10)
const company = (seeded: Seeded) =>
  `${seeded.pick(words.companyBeginnings)} ${seeded.pick(words.companyEndings)}`

function place(seeded: Seeded): [city: string, country: string] {
  const [city = '', country = ''] = seeded.pick(words.places)
  return [city, country]
}

/** As the gateway keeps decimals of scale 2. */
function amount(seeded: Seeded, from: number, to: number): string {
  return (seeded.between(from * 100, to * 100) / 100).toFixed(2)
}
