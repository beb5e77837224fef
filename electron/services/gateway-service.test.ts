import { beforeEach, describe, expect, it } from 'vitest'
import { openHouse, refusalOf, type House } from './house.fixture'

let house: House
beforeEach(async () => {
  house = await openHouse({ signedIn: true })
})

describe('the gateway', () => {
  it('starts on its port and stops, with an entry each', async () => {
    expect(await house.gatewayService.state()).toMatchObject({ state: 'stopped', port: 7878 })
    expect(await house.gatewayService.start()).toMatchObject({
      state: 'running',
      baseUrl: 'http://127.0.0.1:7878',
    })
    expect(house.lastEntry()).toMatchObject({
      action: 'gateway.started',
      actorName: 'Ada Admin',
      after: { port: 7878 },
    })
    await house.gatewayService.start()
    expect(await house.gatewayService.stop()).toMatchObject({ state: 'stopped' })
    expect(house.actions().slice(-2)).toEqual(['gateway.started', 'gateway.stopped'])
    expect(house.gateway.told).toEqual(['start 7878', 'stop'])
    expect(house.announced()).toContain('gateway')
  })

  it('is started by Keyward itself when the app opens', async () => {
    await house.session.signOut()
    await house.gatewayService.startAtLaunch()
    expect(house.lastEntry()).toMatchObject({ action: 'gateway.started', actorName: 'Keyward' })
  })

  it('that could not start says why and leaves no entry', async () => {
    house.gateway.takePort(7878)
    expect(await house.gatewayService.start()).toMatchObject({
      state: 'failed',
      port: 7878,
      failure: { code: 'port_in_use', detail: { port: 7878 } },
    })
    expect(house.actions()).not.toContain('gateway.started')
  })
})

describe('its port', () => {
  it('is kept, and a running gateway moves there', async () => {
    await house.gatewayService.start()
    expect(await house.gatewayService.setPort(9000)).toMatchObject({ state: 'running', port: 9000 })
    expect(house.gateway.told).toEqual(['start 7878', 'stop', 'start 9000'])
    expect(house.lastEntry()).toMatchObject({
      action: 'gateway.port_changed',
      before: { port: 7878 },
      after: { port: 9000 },
    })
    expect(await house.store.settings.get('gateway.port')).toBe(9000)
  })

  it('of a stopped gateway is the one it would start on', async () => {
    expect(await house.gatewayService.setPort(9000)).toMatchObject({ state: 'stopped', port: 9000 })
    expect(house.gateway.told).toEqual([])
  })

  it('that is taken is refused, and the gateway is back where it was', async () => {
    await house.gatewayService.start()
    house.gateway.takePort(9000)
    expect(await refusalOf(house.gatewayService.setPort(9000))).toEqual({
      code: 'port_in_use',
      field: 'port',
      detail: { port: 9000 },
    })
    expect(await house.gatewayService.state()).toMatchObject({ state: 'running', port: 7878 })
    expect(house.actions()).not.toContain('gateway.port_changed')
    expect(await house.store.settings.get('gateway.port')).toBeFalsy()
  })

  it('from the command line wins until another one is chosen in the app', async () => {
    const run = await openHouse({ signedIn: true, portOverride: 8181 })
    expect(await run.gatewayService.start()).toMatchObject({ port: 8181 })
    expect(await run.gatewayService.setPort(9000)).toMatchObject({ state: 'running', port: 9000 })
    expect(run.gateway.told).toEqual(['start 8181', 'stop', 'start 9000'])
    expect(await run.store.settings.get('gateway.port')).toBe(9000)
  })

  it('is where a gateway that failed is started again', async () => {
    house.gateway.takePort(7878)
    await house.gatewayService.start()
    expect(await house.gatewayService.setPort(9000)).toMatchObject({ state: 'running', port: 9000 })
    expect(house.actions().slice(-2)).toEqual(['gateway.port_changed', 'gateway.started'])
  })
})
