import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { createUuidV7 } from './uuid-v7'

it('an id is a UUID of version 7 with its moment in front', () => {
  const newId = createUuidV7({
    now: () => 0x0192_0000_abcd,
    randomBytes: () => new Uint8Array(8).fill(255),
  })
  expect(newId()).toBe('01920000-abcd-7000-bfff-ffffffffffff')
})

it('ids sort in the order they were made, in one millisecond and when the clock goes back', () => {
  let moment = 5_000
  const newId = createUuidV7({ now: () => moment, randomBytes })
  const ids = Array.from({ length: 10_000 }, () => newId())
  moment = 1_000
  ids.push(newId())
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})
