import { expect, it } from 'vitest'
import { createHere, expectOutcome, hereIn, inTurn, type BadInput } from './bad-input.fixture'
import { badRequests } from './bad-requests.fixture'
import { badTokens } from './bad-tokens.fixture'

const list: BadInput[] = [...badRequests, ...badTokens]

it('every number of the list is there once, with something sent or a reason why not', () => {
  expect(list.map(({ number }) => number)).toEqual(Array.from({ length: 60 }, (_, at) => 65 + at))
  for (const one of list)
    expect('notHere' in one ? one.notHere : Object.keys(one.sent).join()).toMatch(/\S/)
})

/** The limits themselves are looked at in slow-clients.test.ts. */
const hasty = {
  headersTimeout: 100,
  requestTimeout: 200,
  connectionsCheckingInterval: 20,
}

it.each(list.filter((one) => 'sent' in one))('$number: $input', async (one) => {
  const isSlow = one.number === 90 || one.number === 97
  const { world } = await createHere(isSlow ? { times: hasty } : {})
  await inTurn(Object.entries(one.sent), async (crafted) => {
    const { message, becomes } =
      typeof crafted === 'function' ? { message: crafted, becomes: one.becomes } : crafted
    const here = hereIn(world)
    await expectOutcome(here, message(here), becomes)
  })
})
