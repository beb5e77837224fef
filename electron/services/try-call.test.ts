import { expect, it } from 'vitest'
import { createFakeGateway } from './gateway.fixture'
import { refusalOf } from './house.fixture'
import { loopbackPlace, type ListeningPlace } from './listening-place'
import { createTryCall, type OwnCall } from './try-call'

const secret = `kws_AAAAAAAAAAAA_${'x'.repeat(49)}`

async function attempt(place: ListeningPlace | null, answer?: OwnCall) {
  const { control } = createFakeGateway()
  if (place) await control.start(place)
  const asked: Parameters<OwnCall>[0][] = []
  const call: OwnCall = async (one) => {
    asked.push(one)
    return { status: 200, headers: [['Content-Type', 'application/json']], body: '{}' }
  }
  const gateway = { ...control, certificatePem: () => (place?.tls ? 'the certificate' : null) }
  const trial = createTryCall({ gateway, call: answer ?? call })({ secret, entity: null })
  return { asked, trial }
}

const tls = { certificatePath: '/a', keyPath: '/b' }

it('a trial calls this gateway by its address, under the name that callers use', async () => {
  const place = { address: '0.0.0.0', port: 7878, tls, hostNames: ['api.example'] }
  const { asked, trial } = await attempt(place)
  expect(await trial).toMatchObject({
    status: 200,
    headers: 'Content-Type: application/json',
    request: expect.stringContaining('Host: api.example:7878'),
  })
  expect((await trial).request).toContain('kws_AAAAAAAAAAAA_••••••')
  expect(asked).toMatchObject([{ address: '127.0.0.1', certificatePem: 'the certificate' }])
  expect(asked[0]?.url.href).toBe('https://api.example:7878/v1/token')
})

it.each([
  ['127.0.0.1', '127.0.0.1'],
  ['::1', '::1'],
  ['0.0.0.0', '127.0.0.1'],
  ['::', '::1'],
  ['192.0.2.7', '192.0.2.7'],
])('a gateway that listens on %s is called on %s', async (address, called) => {
  const { asked, trial } = await attempt({ ...loopbackPlace(7878), address, tls })
  await trial
  expect(asked[0]?.address).toBe(called)
})

it('a trial says when the gateway is stopped, or does not answer', async () => {
  expect(await refusalOf((await attempt(null)).trial)).toEqual({ code: 'gateway_not_running' })
  const dead = await attempt(loopbackPlace(7878), () => Promise.reject(new Error('refused')))
  expect(await refusalOf(dead.trial)).toEqual({ code: 'gateway_not_answering' })
})
