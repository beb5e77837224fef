import type { StoredRecord } from '../contract/record'
import entitiesFile from '../../resources/demo/entities.json'
import { createUuidV7 } from '../services/uuid-v7'
import { writeCustomers, writeProducts } from './demo-catalogue'
import { writeInvoices } from './demo-invoices'
import { writeOrders } from './demo-orders'
import { writeEmployees, writeWarehouses } from './demo-premises'
import type { Seeded } from './seeded'

/** A record before it has an id; `at` is the moment at which it was written. */
export type Written<Data = StoredRecord['data']> = { at: number; data: Data }
export type DemoRecord<Data = StoredRecord['data']> = Written<Data> & { id: string }

/** Gives each record the id that it would have got at its moment. Oldest first. */
export type Numbered = <Data>(records: Written<Data>[]) => DemoRecord<Data>[]

/** All records of the invented company by entity: what comes later points to what was there before. */
export function writeCompany(seeded: Seeded, now: number): Map<string, DemoRecord[]> {
  const numbered: Numbered = (records) => {
    let at = now
    const newId = createUuidV7({
      now: () => at,
      randomBytes: (count) => Uint8Array.from({ length: count }, () => seeded.between(0, 255)),
    })
    return records.map((record) => {
      at = record.at
      return { ...record, id: newId() }
    })
  }
  const customers = numbered(writeCustomers(seeded, now, countOf('customers')))
  const products = numbered(writeProducts(seeded, now, countOf('products')))
  const warehouses = numbered(writeWarehouses(seeded, now, countOf('warehouses')))
  const employees = numbered(writeEmployees(seeded, now, countOf('employees')))
  const orders = numbered(
    writeOrders(seeded, now, countOf('orders'), { customers, products, warehouses }),
  )
  const invoices = numbered(writeInvoices(seeded, now, { orders, customers }))
  return new Map<string, DemoRecord[]>(
    Object.entries({ customers, products, warehouses, employees, orders, invoices }),
  )
}

function countOf(name: string): number {
  const count = entitiesFile.find((one) => one.name === name)?.records
  if (count === undefined) throw new Error(`The demo does not say how many "${name}" there are`)
  return count
}
