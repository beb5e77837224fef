import { beforeEach, describe, expect, it } from 'vitest'
import type { TokenId } from '../contract/id'
import { createClockService } from './clock-service'
import { openHouse, refusalOf, type House } from './house.fixture'
import { createSteadyClock } from './steady-clock'

const minute = 60_000
const day = 86_400_000
const year = 365 * day
const noon = Date.UTC(2026, 10, 21, 12)

let house: House
let [wall, elapsed] = [0, 0]
beforeEach(async () => {
  ;[wall, elapsed] = [noon, 0]
  house = await openHouse({ signedIn: true, clock: () => wall })
})

const pass = (milliseconds: number) => {
  wall += milliseconds
  elapsed += milliseconds
}

/** As at a start of Keyward: nothing is known but what was kept. */
async function started() {
  const { seen } = await house.store.clock.seen()
  const clock = createSteadyClock({ wall: () => wall, elapsed: () => elapsed, seen })
  const topics: string[] = []
  const service = createClockService({
    store: house.store,
    session: house.session,
    gateway: house.gateway.control,
    announce: (...changed) => void topics.push(...changed),
    clock,
    uptime: () => elapsed,
  })
  return { clock, service, topics }
}

const kept = () => house.rows('select seen, wrong_until, corrections from clock')

describe('the clock of the computer', () => {
  it('that is right is nothing to tell of', async () => {
    const { service, topics } = await started()
    pass(3 * minute)
    await service.look()
    expect(service.state()).toEqual({ now: wall, wall, moved: null, byMilliseconds: 0 })
    expect(topics).toEqual([])
  })

  it('is told of when it goes back by more than five minutes, once', async () => {
    const { service, topics } = await started()
    await service.look()
    wall -= 5 * minute
    await service.look()
    expect(service.state().moved).toBeNull()
    wall -= year
    await service.look()
    await service.look()
    expect(service.state()).toMatchObject({ now: noon, moved: 'back' })
    expect(service.state().byMilliseconds).toBe(year + 5 * minute)
    expect(topics).toEqual(['clock'])
    wall += year + 5 * minute
    await service.look()
    expect(service.state().moved).toBeNull()
    expect(topics).toEqual(['clock', 'clock'])
  })

  it('that was put back while Keyward was closed does not take it back', async () => {
    const before = await started()
    pass(10 * day)
    await before.service.look()
    wall -= year
    const { clock, service } = await started()
    expect(clock.now()).toBe(noon + 10 * day)
    expect(service.state().moved).toBe('back')
  })

  it('is kept at most once a minute, and at the end', async () => {
    const { service } = await started()
    await service.look()
    pass(minute - 1)
    await service.look()
    expect(kept()).toEqual([{ seen: noon, wrong_until: 0, corrections: 0 }])
    pass(1)
    await service.look()
    expect(kept()).toEqual([{ seen: noon + minute, wrong_until: 0, corrections: 0 }])
    pass(5)
    await service.write()
    expect(kept()).toEqual([{ seen: noon + minute + 5, wrong_until: 0, corrections: 0 }])
    expect(house.actions()).toEqual(['administrator.created', 'session.signed_in'])
  })

  it('is taken for what the log and the calls say where nothing else was kept', async () => {
    expect((await house.store.clock.seen()).seen).toBe(noon)
    house.run(`insert into gw.refused_call
      (at, last_at, calls, source, method, reason, status)
      values (${noon}, ${noon + day}, 2, '10.0.0.9', 'GET', 'expired', 401)`)
    expect((await house.store.clock.seen()).seen).toBe(noon + day)
    house.run(`insert into gw.call_hour (hour, allowed, refused)
      values (${(noon + 2 * day) / 3_600_000}, 1, 0)`)
    expect((await house.store.clock.seen()).seen).toBe(noon + 2 * day)
  })

  it('is told of when it goes forward by more than a day, until it is right again', async () => {
    const { service } = await started()
    wall += day
    expect(service.state().moved).toBeNull()
    wall += 3 * day
    expect(service.state()).toMatchObject({ moved: 'forward', byMilliseconds: 4 * day })
    wall -= 4 * day
    expect(service.state()).toMatchObject({ moved: 'back', now: noon + 4 * day })
    await service.look()
    expect(service.state()).toMatchObject({ moved: null, now: noon })
    expect(house.gateway.told).toEqual(['forget'])
    expect(house.lastEntry()).toMatchObject({ action: 'clock.corrected', actorName: 'Keyward' })
  })
})

describe('a correction', () => {
  it('goes by the clock of the computer again, in the gateway too, and is in the log', async () => {
    const { service, clock, topics } = await started()
    await service.look()
    wall -= year
    expect(await service.correct()).toEqual({
      value: { now: noon - year, wall: noon - year, moved: null, byMilliseconds: 0 },
      enforced: 'at_once',
    })
    expect(clock.now()).toBe(noon - year)
    expect(house.gateway.told).toEqual(['forget'])
    expect(topics).toEqual(expect.arrayContaining(['clock', 'tokens', 'activity']))
    expect(house.lastEntry()).toMatchObject({
      action: 'clock.corrected',
      actorName: 'Ada Admin',
      before: { clock: '2026-11-21T12:00:00.000Z' },
      after: { clock: '2025-11-21T12:00:00.000Z' },
    })
    expect(kept()).toEqual([{ seen: noon - year, wrong_until: noon + 60 * minute, corrections: 1 }])
  })

  it('is not undone by what was written while the clock was in the future', async () => {
    const tokenId = 'AAAAAAAAAAAA' as TokenId
    wall += year
    const { service } = await started()
    await service.look()
    house.use(tokenId, wall)
    house.run(`insert into gw.call_hour (hour, allowed, refused)
      values (${wall / 3_600_000}, 1, 0)`)
    wall -= year
    await service.correct()
    expect(house.rows('select last_used_at from gw.token_usage')).toEqual([{ last_used_at: noon }])
    pass(day)
    const next = await started()
    expect(next.service.state()).toMatchObject({ now: noon + day, moved: null })
  })

  it('of a jump forward takes the new time as it is', async () => {
    const { service } = await started()
    wall += 3 * day
    expect(service.state().moved).toBe('forward')
    await service.correct()
    expect(service.state()).toMatchObject({ now: noon + 3 * day, moved: null })
  })

  it('changes nothing where the clock is right', async () => {
    const { service } = await started()
    await service.correct()
    expect(house.actions()).toEqual(['administrator.created', 'session.signed_in'])
    expect(kept()).toEqual([])
  })

  it('is nobody’s who is not signed in', async () => {
    const { service } = await started()
    wall -= year
    await house.session.signOut()
    expect(await refusalOf(service.correct())).toEqual({ code: 'not_signed_in' })
    expect(service.state().moved).toBe('back')
  })
})
