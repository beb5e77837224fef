import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { exampleOf, fitsOneOf, fitsPattern } from './name-pattern'

/** What the signs mean, told in the slowest and plainest way. */
function means(name: string[], pattern: string[]): boolean {
  const [wanted, ...rest] = pattern
  if (wanted === undefined) return name.length === 0
  if (wanted === '*') return means(name, rest) || (name.length > 0 && means(name.slice(1), pattern))
  const [one, ...left] = name
  if (one === undefined) return false
  const fits = wanted === '?' || (wanted === '#' ? '0123456789'.includes(one) : wanted === one)
  return fits && means(left, rest)
}

describe('a form of names', () => {
  it.each([
    ['ERP-2027', 'ERP-####', true],
    ['ERP-20x7', 'ERP-####', false],
    ['erp-2027', 'ERP-####', false],
    ['ERP-2027 spare', 'ERP-####', false],
    ['ERP-2027 spare', 'ERP-####*', true],
    ['prod/shop', 'prod/*', true],
    ['prod/', 'prod/*', true],
    ['my prod/shop', 'prod/*', false],
    ['x1', '?#', true],
    ['Größe 😀', 'Größe ?', true],
    ['a.b', 'a.b', true],
    ['aXb', 'a.b', false],
    ['[ERP] 1', '[ERP] #', true],
    ['E 1', '[ERP] #', false],
    ['aabab', '*ab', true],
    ['', '*', true],
  ])('%j in the form %j: %s', (name, pattern, fits) => {
    expect(fitsPattern(name, pattern)).toBe(fits)
  })

  test.prop([
    fc.string({ unit: fc.constantFrom('a', 'b', '7', '*', '?', '#'), maxLength: 9 }),
    fc.string({ unit: fc.constantFrom('a', 'b', '7', '*', '?', '#'), maxLength: 7 }),
  ])('means what its signs say', (name, pattern) => {
    expect(fitsPattern(name, pattern)).toBe(means([...name], [...pattern]))
  })

  it('of many stars is judged as fast as any other', () => {
    // A matcher that tries every way would be at it for longer than anyone lives.
    expect(fitsPattern('a'.repeat(120), `${'*a'.repeat(59)}*b`)).toBe(false)
  })

  it('is fitted by its own example', () => {
    for (const pattern of ['ERP-####', '*', 'prod/*-?', 'plain'])
      expect(fitsPattern(exampleOf(pattern), pattern)).toBe(true)
  })
})

it('a name fits one of several forms, and any name where there are none', () => {
  expect(fitsOneOf('shop-1', ['erp-*', 'shop-#'])).toBe(true)
  expect(fitsOneOf('crm-1', ['erp-*', 'shop-#'])).toBe(false)
  expect(fitsOneOf('anything', [])).toBe(true)
})
