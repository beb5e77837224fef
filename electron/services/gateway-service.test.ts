import { chmodSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { NewListening } from '../contract/listening'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createCertificates } from '../certificates.fixture'
import { openHouse, refusalOf, type House } from './house.fixture'

const at = (port: number): NewListening => ({
  address: '127.0.0.1',
  port,
  tls: null,
  hostNames: [],
})

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
    expect(await house.gatewayService.setListening(at(9000))).toMatchObject({
      state: 'running',
      port: 9000,
    })
    expect(house.gateway.told).toEqual(['start 7878', 'stop', 'start 9000'])
    expect(house.lastEntry()).toMatchObject({
      action: 'gateway.listening_changed',
      before: { port: 7878 },
      after: { port: 9000 },
    })
    expect(await house.store.settings.get('gateway.listening')).toEqual(at(9000))
  })

  it('of a stopped gateway is the one it would start on', async () => {
    expect(await house.gatewayService.setListening(at(9000))).toMatchObject({
      state: 'stopped',
      port: 9000,
    })
    expect(house.gateway.told).toEqual([])
  })

  it('that is taken is refused, and the gateway is back where it was', async () => {
    await house.gatewayService.start()
    house.gateway.takePort(9000)
    expect(await refusalOf(house.gatewayService.setListening(at(9000)))).toEqual({
      code: 'port_in_use',
      field: 'port',
      detail: { port: 9000 },
    })
    expect(await house.gatewayService.state()).toMatchObject({ state: 'running', port: 7878 })
    expect(house.actions()).not.toContain('gateway.listening_changed')
    expect(await house.store.settings.get('gateway.listening')).toBeFalsy()
  })

  it('from the command line wins until another one is chosen in the app', async () => {
    const run = await openHouse({ signedIn: true, portOverride: 8181 })
    expect(await run.gatewayService.start()).toMatchObject({ port: 8181 })
    expect(await run.gatewayService.setListening(at(9000))).toMatchObject({
      state: 'running',
      port: 9000,
    })
    expect(run.gateway.told).toEqual(['start 8181', 'stop', 'start 9000'])
    expect(await run.store.settings.get('gateway.listening')).toEqual(at(9000))
  })

  it('is where a gateway that failed is started again', async () => {
    house.gateway.takePort(7878)
    await house.gatewayService.start()
    expect(await house.gatewayService.setListening(at(9000))).toMatchObject({
      state: 'running',
      port: 9000,
    })
    expect(house.actions().slice(-2)).toEqual(['gateway.listening_changed', 'gateway.started'])
  })
})

describe('its address', () => {
  let made: ReturnType<typeof createCertificates>
  beforeAll(() => void (made = createCertificates()))
  afterAll(() => made.remove())
  // Certificates are made now, whenever the house thinks it is.
  beforeEach(() => house.pass((Date.now() - house.now()) / 1000 + 60))

  async function choose(certificate = made.make('gateway')) {
    house.chosenFile.path = certificate.certificatePath
    const certificateFile = (await house.gatewayService.chooseCertificate())!
    house.chosenFile.path = certificate.keyPath
    const keyFile = (await house.gatewayService.chooseKeyFile())!
    return {
      certificateFile,
      keyFile,
      ids: { certificateFile: certificateFile.id, keyFile: keyFile.id },
    }
  }
  const everywhere = { address: '0.0.0.0', port: 7878, tls: null, hostNames: [] }
  const set = (asked: NewListening) => house.gatewayService.setListening(asked)
  const refusal = (asked: NewListening) => refusalOf(set(asked))
  const stored = () => house.store.settings.get('gateway.listening')

  it('can be any of this computer with a certificate, and callers are told which', async () => {
    const { ids, certificateFile, keyFile } = await choose()
    expect(certificateFile).toMatchObject({
      name: 'gateway.pem',
      certificate: { subject: 'CN=gateway', names: ['127.0.0.1', 'localhost', 'gateway.example'] },
    })
    expect(keyFile).toMatchObject({ name: 'gateway-key.pem', readableByOthers: false })
    expect(JSON.stringify([certificateFile, keyFile])).not.toContain(made.folder)
    await house.gatewayService.start()
    for (const address of ['0.0.0.0', '::', '192.0.2.7', '2001:db8::7', '127.0.0.1', '::1']) {
      const asked = { address, port: 7879, tls: ids, hostNames: ['gateway.example'] }
      expect(await set(asked)).toMatchObject({
        state: 'running',
        address,
        baseUrl: 'https://gateway.example:7879',
        reach: address.includes('127') || address === '::1' ? 'this_computer' : 'other_computers',
      })
    }
    expect(await house.gatewayService.listening()).toMatchObject({
      address: '::1',
      port: 7879,
      hostNames: ['gateway.example'],
      tls: { certificateFile: { id: ids.certificateFile }, problem: null },
      ownAddresses: ['192.0.2.7', '2001:db8::7'],
    })
  })

  it('is written into the activity before and after, without the folders of files', async () => {
    const { ids, certificateFile } = await choose()
    await set({ address: '192.0.2.7', port: 7878, tls: ids, hostNames: ['gateway.example'] })
    expect(house.lastEntry()).toMatchObject({
      action: 'gateway.listening_changed',
      before: { address: '127.0.0.1', tls: false, certificateFile: null, keyFile: null },
      after: {
        address: '192.0.2.7',
        tls: true,
        certificateFile: 'gateway.pem',
        fingerprint: certificateFile.certificate.fingerprint,
        keyFile: 'gateway-key.pem',
        hostNames: ['gateway.example'],
      },
    })
    expect(house.lastEntry().after).not.toHaveProperty('port')
    expect(JSON.stringify(house.rows('select * from activity'))).not.toContain(made.folder)
    expect(JSON.stringify(house.rows('select * from activity'))).not.toContain('PRIVATE KEY')
  })

  it.each(['0.0.0.0', '::', '192.0.2.7', '2001:db8::7'])(
    'that other computers reach is refused without TLS: %s',
    async (address) => {
      await house.gatewayService.start()
      const refused = { code: 'tls_needed', field: 'address' }
      expect(await refusal({ ...everywhere, address })).toEqual(refused)
      expect(house.gateway.told).toEqual(['start 7878'])
      expect(await stored()).toBeFalsy()
    },
  )

  it('that this computer does not have is refused, whatever it is written like', async () => {
    const { ids } = await choose()
    for (const address of ['192.0.2.8', '127.0.0.2', '::ffff:127.0.0.1', '::ffff:0.0.0.0'])
      expect(await refusal({ ...everywhere, address, tls: ids })).toMatchObject({
        code: 'address_not_available',
        field: 'address',
      })
    expect(await stored()).toBeFalsy()
  })

  it('is not taken with files that do not fit, are gone, or were never chosen', async () => {
    const [mine, other] = [await choose(), await choose(made.make('other'))]
    const mixed = { ...mine.ids, keyFile: other.ids.keyFile }
    expect(await refusal({ ...everywhere, tls: mixed })).toEqual({
      code: 'key_file_does_not_fit',
      field: 'keyFile',
    })
    const never = { ...mine.ids, keyFile: '/etc/hostname' }
    expect(await refusal({ ...everywhere, tls: never })).toEqual({
      code: 'file_not_readable',
      field: 'keyFile',
    })
    rmSync(made.make('gone').certificatePath)
    house.chosenFile.path = join(made.folder, 'gone.pem')
    expect(await refusalOf(house.gatewayService.chooseCertificate())).toEqual({
      code: 'file_not_readable',
      field: 'certificateFile',
    })
    expect(house.actions()).not.toContain('gateway.listening_changed')
  })

  it.each([
    ['ran out', 'certificate_expired', 91],
    ['counts only later', 'certificate_not_valid_yet', -1],
  ])('is not taken with a certificate that %s', async (_what, code, days) => {
    const { ids } = await choose()
    house.pass(days * 86_400)
    expect(await refusal({ ...everywhere, tls: ids })).toEqual({ code, field: 'certificateFile' })
    expect(await stored()).toBeFalsy()
  })

  it('chosen with a key that has a passphrase is refused at the key', async () => {
    const { certificatePath, keyPath } = made.make('locked')
    made.openssl('pkey', '-in', keyPath, '-aes256', '-passout', 'pass:x', '-out', certificatePath)
    house.chosenFile.path = certificatePath
    expect(await refusalOf(house.gatewayService.chooseKeyFile())).toEqual({
      code: 'key_file_has_passphrase',
      field: 'keyFile',
    })
  })

  it('chosen with a key that others can read is taken, and said so', async () => {
    const certificate = made.make('open')
    chmodSync(certificate.keyPath, 0o644)
    const { keyFile, ids } = await choose(certificate)
    expect(keyFile.readableByOthers).toBe(true)
    await set({ ...everywhere, tls: ids })
    expect(await house.gatewayService.listening()).toMatchObject({
      tls: { keyFile: { readableByOthers: true } },
    })
  })

  it('that cannot be had leaves a running gateway where it was', async () => {
    const { ids } = await choose()
    await house.gatewayService.start()
    house.gateway.takePort(9000)
    expect(await refusal({ ...everywhere, port: 9000, tls: ids })).toMatchObject({
      code: 'port_in_use',
      field: 'port',
    })
    expect(house.gateway.told).toEqual(['start 7878', 'stop', 'start 0.0.0.0 9000', 'start 7878'])
    expect(await house.gatewayService.state()).toMatchObject({ reach: 'this_computer', port: 7878 })
    expect(await stored()).toBeFalsy()
  })

  it('of a stopped gateway is looked at before it is kept', async () => {
    house.gateway.takePort(9000)
    expect(await refusal(at(9000))).toMatchObject({ code: 'port_in_use', field: 'port' })
    expect(await stored()).toBeFalsy()
  })

  it('shows what became of the files, also when they are gone', async () => {
    const certificate = made.make('lost')
    const { ids } = await choose(certificate)
    await set({ ...everywhere, tls: ids })
    rmSync(certificate.certificatePath)
    expect(await house.gatewayService.listening()).toMatchObject({
      tls: {
        certificateFile: { name: 'lost.pem' },
        certificate: null,
        problem: 'file_not_readable',
      },
    })
    expect(await house.gatewayService.state()).toMatchObject({ certificate: null })
  })

  it('that was kept by a Keyward that only knew ports is that port of this computer', async () => {
    house.run(`insert into setting (key, value) values ('gateway.port', '8123')`)
    expect(await house.gatewayService.listening()).toMatchObject({
      address: '127.0.0.1',
      port: 8123,
      tls: null,
    })
  })

  it.each(['{"address":"gateway.example"}', '"nonsense"', '[]', '{"address":"0.0.0.0"}'])(
    'is this computer alone where the stored one makes no sense: %s',
    async (value) => {
      house.run(`insert into setting (key, value) values ('gateway.listening', '${value}')`)
      expect(await house.gatewayService.state()).toMatchObject({ address: '127.0.0.1' })
    },
  )
})
