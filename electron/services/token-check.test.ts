import { expect, it } from 'vitest'
import { createGatewayWorld, day, start, type GatewayWorld } from '../gateway/gateway-world.fixture'
import { createTokenCheck } from './token-check'

const world = createGatewayWorld

it('a token is found by its text, and its row read once while nothing changes', async () => {
  const { issue, everything, checkToken, memory } = await world()
  const { token, tokenId } = issue([everything])
  for (let call = 0; call < 3; call++) {
    expect(await checkToken(token)).toMatchObject({
      known: true,
      token: { tokenId, genuine: true },
    })
  }
  expect(memory.reads.tokens).toBe(1)
})

it('a typing error ends before any look-up', async () => {
  const { issue, everything, checkToken, memory } = await world()
  const { token } = issue([everything])
  for (let place = 0; place < token.length; place++) {
    const other = token[place] === 'a' ? 'b' : 'a'
    const typed = token.slice(0, place) + other + token.slice(place + 1)
    expect(await checkToken(typed)).toEqual({
      known: false,
      reason: 'malformed_token',
      tokenId: null,
    })
  }
  expect(memory.reads.tokens).toBe(0)
})

it('an unknown ID and a wrong secret take the same steps', async () => {
  const { issue, everything, format, memory, age, seals } = await world()
  const { tokenId } = issue([everything])
  const digests: string[] = []
  const checkToken = createTokenCheck({
    now: () => start,
    data: memory.data,
    format: {
      parse: (text) => ({
        kind: 's',
        tokenId: text === 'wrong' ? tokenId : format.make('s').tokenId,
      }),
    },
    seals: { ...seals, digest: (text, number) => (digests.push(text), seals.digest(text, number)) },
    age,
  })
  expect(await checkToken('wrong')).toMatchObject({ known: false, reason: 'wrong_secret', tokenId })
  expect(await checkToken('unknown')).toMatchObject({ known: false, reason: 'unknown_token' })
  expect(digests).toEqual(['wrong', 'unknown'])
})

it('an ID that is unknown is not proven by a digest of zeros', async () => {
  const { format, memory, age, seals } = await world()
  const checkToken = createTokenCheck({
    now: () => start,
    data: memory.data,
    format,
    seals: { ...seals, digest: () => Buffer.alloc(32) },
    age,
  })
  expect(await checkToken(format.make('s').token)).toMatchObject({ reason: 'unknown_token' })
})

it('a row edited outside Keyward is not genuine, and is never kept', async () => {
  const { issue, on, invoices, everything, checkToken, memory } = await world()
  const { token, tokenId } = issue([on(invoices, 'read')])
  memory.tokens.set(tokenId, { ...memory.tokens.get(tokenId)!, grants: [everything] })
  for (let call = 0; call < 2; call++) {
    expect(await checkToken(token)).toMatchObject({ known: true, token: { genuine: false } })
  }
  expect(memory.reads.tokens).toBe(2)
})

it('a secret of one token does not open another one', async () => {
  const { issue, everything, checkToken, memory } = await world()
  const [mine, other] = [issue([]), issue([everything])]
  memory.tokens.set(mine.tokenId, {
    ...memory.tokens.get(other.tokenId)!,
    digest: memory.tokens.get(mine.tokenId)!.digest,
  })
  expect(await checkToken(mine.token)).toMatchObject({ token: { genuine: false } })
})

it.each([
  ['main says the registry changed', (w: GatewayWorld) => w.age.forget()],
  ['the marker moved', (w: GatewayWorld) => w.memory.changed()],
])('what was kept is dropped when %s', async (_when, change) => {
  const here = await world()
  const { token, tokenId } = here.issue([here.everything])
  await here.checkToken(token)
  here.changeSilently(tokenId, { enabled: false })
  expect(await here.checkToken(token)).toMatchObject({ token: { enabled: true } })
  change(here)
  expect(await here.checkToken(token)).toMatchObject({ token: { enabled: false } })
})

it('a row read before a change, and answered after it, is not kept', async () => {
  const { issue, everything, format, seals, memory, age, changeSilently } = await world()
  const [slow, other] = [issue([everything]), issue([everything])]
  const answer = Promise.withResolvers<void>()
  const checkToken = createTokenCheck({
    now: () => start,
    data: {
      async findToken(id) {
        const found = await memory.data.findToken(id)
        if (id === slow.tokenId) await answer.promise
        return found
      },
    },
    format,
    seals,
    age,
  })
  const underWay = checkToken(slow.token)
  changeSilently(slow.tokenId, { enabled: false })
  age.forget()
  // Another call empties what was kept and starts to keep anew, before the old row arrives.
  await checkToken(other.token)
  answer.resolve()
  await underWay
  expect(await checkToken(slow.token)).toMatchObject({ token: { enabled: false } })
})

it('a marker that cannot be read lets nothing through, kept or not', async () => {
  const { issue, everything, format, seals, memory } = await world()
  const { token } = issue([everything])
  let broken = false
  const checkToken = createTokenCheck({
    now: () => start,
    data: memory.data,
    format,
    seals,
    age: {
      current: () => {
        if (broken) throw new Error('no marker')
        return 0
      },
      forget: () => undefined,
    },
  })
  await checkToken(token)
  broken = true
  await expect(checkToken(token)).rejects.toThrow('no marker')
})

it('an old secret is known beside the one in use, each with its number and its end', async () => {
  const { issue, everything, checkToken, changeSilently, age, format, seals } = await world()
  const first = issue([everything])
  const second = format.make('s').token.replace(/_\w{12}_/, `_${first.tokenId}_`)
  const digest = (text: string) => seals.digest(text, 1)
  changeSilently(first.tokenId, {
    digest: digest(second),
    secretNumber: 2,
    oldSecrets: [{ number: 1, keyNumber: 1, digest: digest(first.token), validUntil: start }],
  })
  age.forget()
  expect(await presentedSecretOf(first.token)).toEqual({ number: 1, validUntil: start })

  async function presentedSecretOf(text: string) {
    const checked = await checkToken(text)
    return checked.known ? checked.token.presented : checked.reason
  }
})

it('a kept token is read anew before days unused count against it', async () => {
  const { issue, everything, checkToken, clock, memory } = await world()
  const { token, tokenId } = issue([everything], { unusedDisableDays: 30, lastUsedAt: start })
  await checkToken(token)
  clock.now = start + 29 * day
  await checkToken(token)
  expect(memory.reads.tokens).toBe(1)
  memory.tokens.set(tokenId, { ...memory.tokens.get(tokenId)!, lastUsedAt: clock.now })
  clock.now = start + 31 * day
  expect(await checkToken(token)).toMatchObject({ token: { lastUsedAt: start + 29 * day } })
  expect(memory.reads.tokens).toBe(2)
})
