import { expect, test } from 'vitest'
import { Policy } from '../../contract/policy'
import { createSqliteGatewayData } from './sqlite-gateway-data'
import { day, newProfile, today, told } from './profile.fixture'

test('days in which no gateway ran count against no token', async () => {
  const { registry, folder, rows } = newProfile()
  const policy = { longestLifetimeDays: null, neverAllowed: true, callsPerMinute: 600 }
  await registry.policy.set(Policy.parse({ ...policy, unusedDisableDays: 30 }), told())
  const startAt = (at: number, thenUntil: number) => {
    const gateway = createSqliteGatewayData({ folder })
    gateway.beginObservation(at)
    gateway.observed(thenUntil)
    gateway.close()
    return rows('select since, until from gw.observation')
  }
  const first = today - 100 * day
  expect(startAt(first, first + day)).toEqual([{ since: first, until: first + day }])
  const weekend = first + 4 * day
  expect(startAt(weekend, weekend)).toEqual([{ since: first, until: weekend }])
  const shortly = weekend + 15 * day - 1
  expect(startAt(shortly, shortly)).toEqual([{ since: first, until: shortly }])
  const long = shortly + 15 * day
  expect(startAt(long, long)).toEqual([{ since: long, until: long }])
})
