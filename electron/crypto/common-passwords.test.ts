import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isCommonPassword } from './common-passwords'

const file = join(import.meta.dirname, '../../resources/common-passwords.txt')
const [header, ...list] = readFileSync(file, 'utf8').trimEnd().split('\n')
const names = ['erp.import', 'Jana Nováková']

test('the list is long, says where it comes from, and every entry of it is common', () => {
  expect(header).toMatch(/^# .*MIT/)
  expect(list.length).toBeGreaterThan(10_000)
  expect(list.filter((one) => !isCommonPassword(one, []))).toEqual([])
})

describe('too common is', () => {
  test.each([
    ['a listed one in capitals', 'PASSWORD'],
    ['a listed one with digits behind', 'sunshine20262026'],
    ['a listed one with marks behind', 'Letmein!!!!!!!!!!!!'],
    ['one letter over and over', 'aaaaaaaaaaaaaaaaaa'],
    ['a piece over and over', 'abc1abc1abc1abc1'],
    ['a piece over and over, cut off', 'keykeykeykeykeyke'],
    ['a piece over and over, with digits behind', 'tralalalalalalala9'.slice(3)],
    ['the alphabet', 'abcdefghijklmnopq'],
    ['the alphabet backward', 'zyxwvutsrqponmlk'],
    ['numbers', '123456789012345'],
    ['the keyboard', 'qwertyuiopasdfgh'],
    ['the keyboard, with a mark behind', 'Qwertyuiopasdfg!'],
    ['the columns of the keyboard', '1qaz2wsx3edc4rfv'],
    ['the username', 'erp.import.2026!'],
    ['the display name', 'NovákováJana2026'],
    ['the display name without accents', 'jana.novakova.99'],
    ['the product', 'Keyward-keyward-1'],
    ['product and names', 'keyward4jana2026'],
  ])('%s: %s', (_, password) => {
    expect(isCommonPassword(password, names)).toBe(true)
  })
})

describe('good enough is', () => {
  test.each([
    'a mill by the river',
    'correct horse battery staple',
    'jana rides a yellow tram',
    'keyward opens at noon',
    'T7#qLw9!xZr2&vKp',
    '928375610293841',
    'žluťoučký kůň úpěl',
  ])('%s', (password) => {
    expect(isCommonPassword(password, names)).toBe(false)
  })

  test('one that only begins with a name', () => {
    expect(isCommonPassword('Janacek wrote the opera', names)).toBe(false)
  })
})

test('names of no letters rule nothing out', () => {
  expect(isCommonPassword('928375610293841', ['', ' ', '-'])).toBe(false)
})
