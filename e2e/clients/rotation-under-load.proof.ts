import { setTimeout as passing } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openWorld, issueToken } from './world'

/** Systems that call as fast as they are answered, each over a connection of its own. */
const systems = 40
/** Enough for each of them to have called many times. */
const callsBetween = 2_000

test('no call is refused while a token is rotated, its systems take the new secret over one by one, and the old one is retired', async () => {
  const world = await openWorld()
  const { house, baseUrl, gateway } = world
  const { entity, token, secret: old } = await issueToken(world, 'orders')
  await house.policy.set({ ...(await house.policy.get()), callsPerMinute: 1_000_000 })

  const held = Array.from({ length: systems }, () => old)
  const answers = new Map<number, number>()
  const answered = held.map(() => 0)
  const total = () => [...answers.values()].reduce((all, one) => all + one, 0)
  const call = async (secret: string) => {
    const headers = { authorization: `Bearer ${secret}` }
    const answer = await fetch(`${baseUrl}/v1/entities/${entity.name}/records`, { headers })
    await answer.arrayBuffer()
    return answer.status
  }
  const over = new AbortController()
  const load = held.map(async (_secret, system) => {
    while (!over.signal.aborted) {
      const status = await call(held[system]!)
      answers.set(status, (answers.get(status) ?? 0) + 1)
      answered[system]! += 1
    }
  })
  const moreCalls = async (calls = callsBetween) => {
    for (const before = total(); total() < before + calls;) await passing(5)
  }
  /** Twice answered: the second of these calls began after this. */
  const allCalledAnew = async () => {
    const before = [...answered]
    while (answered.some((calls, system) => calls < before[system]! + 2)) await passing(5)
  }
  /** What is known of each secret, once the gateway has kept what it counted. */
  const secrets = async () => {
    await gateway.writeCalls()
    return (await house.rotation.secrets(token.id)).all
  }
  const version = async () => (await house.tokens.get(token.id)).version

  await moreCalls()
  const rotated = await house.rotation.rotate({
    id: token.id,
    version: await version(),
    overlap: { kind: 'hours', hours: 24 },
  })
  await moreCalls()
  for (const system of held.keys()) {
    held[system] = rotated.secret
    await moreCalls(50)
  }
  await allCalledAnew()
  const [newThen, oldThen] = await secrets()
  await moreCalls()
  const [newNow, oldNow] = await secrets()
  expect(oldThen!.calls).toBeGreaterThan(callsBetween / 2)
  expect(oldNow!.calls).toBe(oldThen!.calls)
  expect(newNow!.calls).toBeGreaterThan(newThen!.calls)

  await house.rotation.endOverlap({ id: token.id, version: await version(), number: 1 })
  expect(await call(old)).toBe(401)
  await moreCalls()
  over.abort()
  await Promise.all(load)
  expect([...answers.keys()]).toEqual([200])
  expect(total()).toBeGreaterThan(4 * callsBetween)

  await gateway.writeCalls()
  const refused = await house.calls.refused({ page: 0, pageSize: 50 })
  expect(refused.rows.map(({ reason, calls }) => ({ reason, calls }))).toEqual([
    { reason: 'secret_replaced', calls: 1 },
  ])
  console.log(
    `${total()} calls over ${systems} connections during a rotation: none refused; the next call ` +
      'with the retired secret was.',
  )
})
