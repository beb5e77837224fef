import { expect, test } from 'vitest'
import { ApiName } from '../../electron/contract/text'
import { proposeName } from './propose-name'

test('a title becomes a name that fits into an address', () => {
  expect(proposeName('Purchase orders')).toBe('purchase_orders')
  expect(proposeName('  Žluté  faktury (2027) ')).toBe('zlute_faktury_2027')
  expect(proposeName('3D models')).toBe('d_models')
})

test('every proposed name is one that the contract accepts, or empty', () => {
  const titles = ['Invoices', 'a'.repeat(62) + ' b', '__Draft__', '1', '中文', 'Straße & Söhne', '']
  for (const title of titles) {
    const name = proposeName(title)
    expect(name === '' || ApiName.safeParse(name).success, title).toBe(true)
  }
})
