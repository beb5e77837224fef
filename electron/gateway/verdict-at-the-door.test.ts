import { expect, it } from 'vitest'
import { permissions, type Grant, type Permission } from '../contract/permission'
import { createGatewayWorld } from './gateway-world.fixture'

const path = '/v1/entities/invoices/records'

/** What each call needs, as the table of the README has it; HEAD is a GET without its body. */
const calls: [method: string, url: string, needs: Permission, body: object | null][] = [
  ['GET', path, 'read', null],
  ['HEAD', path, 'read', null],
  ['GET', `${path}/none`, 'read', null],
  ['HEAD', `${path}/none`, 'read', null],
  ['POST', path, 'write', { number: 'A' }],
  ['POST', `${path}:batch`, 'write', { records: [{ number: 'B' }] }],
  ['PUT', `${path}/none`, 'write', { number: 'A' }],
  ['PATCH', `${path}/none`, 'write', { number: 'A' }],
  ['DELETE', `${path}/none`, 'delete', null],
]

const subsets = permissions.reduce<Permission[][]>(
  (all, one) => [...all, ...all.map((some) => [...some, one])],
  [[]],
)

const send = (body: object | null) => (body === null ? {} : { payload: body })

it.each(calls)('%s %s asks for %s, of the grants and of the access alike', async (...call) => {
  const [method, url, needs, body] = call
  const world = await createGatewayWorld()
  const reach: ((given: Permission[]) => Grant)[] = [
    (given) => world.on(world.invoices, ...given),
    (given) => ({ entityId: null, permissions: given }),
  ]
  for (const granted of subsets)
    for (const allowed of subsets)
      for (const on of reach) {
        const { authorization } = world.issue([on(granted)], { access: [on(allowed)] })
        const { statusCode } = await world.app.inject({
          method: method as 'GET',
          url,
          headers: { authorization },
          ...send(body),
        })
        const isLetThrough = granted.includes(needs) && allowed.includes(needs)
        // Behind the door a record may be missing; a refusal is 403 and nothing else.
        expect([granted, allowed, statusCode === 403]).toEqual([granted, allowed, !isLetThrough])
        expect(statusCode).not.toBe(401)
      }
})

it('HEAD is answered as GET is, without the body, and counted as reading', async () => {
  const world = await createGatewayWorld()
  const { authorization, tokenId } = world.issue([world.on(world.invoices, 'read')])
  const [head, get] = [
    await world.app.inject({ method: 'HEAD', url: path, headers: { authorization } }),
    await world.app.inject({ method: 'GET', url: path, headers: { authorization } }),
  ]
  expect([head.statusCode, head.body]).toEqual([200, ''])
  expect(get.body).not.toBe('')
  expect(head.headers['content-length']).toBe(get.headers['content-length'])
  expect(head.headers['content-type']).toBe(get.headers['content-type'])
  await world.callLog.write()
  expect(world.memory.kept.counts).toMatchObject([
    { tokenId, allowed: 2, uses: [{ permission: 'read', calls: 2 }] },
  ])
})
