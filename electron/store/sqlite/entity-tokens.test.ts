import { expect, test } from 'vitest'
import { EntityTokensAsked } from '../../contract/token'
import { addEntity, addToken, addUser, change, newProfile, today } from './profile.fixture'

test('the tokens that reach an entity are the current ones; revoked ones are shown where asked for', async () => {
  const { registry } = newProfile()
  const { id } = await addUser(registry)
  const orders = await addEntity(registry, 'orders')
  const other = await addEntity(registry, 'invoices')
  const here = [{ entityId: orders.id, permissions: ['read' as const] }]
  const elsewhere = [{ entityId: other.id, permissions: ['read' as const] }]
  await addToken(registry, id, { name: 'ERP', grants: here })
  const old = await addToken(registry, id, { name: 'Old ERP', grants: here })
  const stray = await addToken(registry, id, { name: 'Stray', grants: elsewhere })
  for (const gone of [old, stray])
    await registry.tokens.update([change(gone.id, { revokedAt: today })], today)

  const shown = async (over: object) => {
    const asked = EntityTokensAsked.parse({ entityId: orders.id, ...over })
    const { rows, total } = await registry.entities.tokens(asked, today)
    expect(total).toBe(rows.length)
    return rows.map(({ token, granted }) => [token.name, token.status, granted])
  }
  const current = ['ERP', 'active', ['read']]
  const revoked = ['Old ERP', 'revoked', ['read']]
  expect(await shown({})).toEqual([current])
  expect(await shown({ show: 'revoked' })).toEqual([revoked])
  expect(await shown({ show: 'all' })).toEqual([current, revoked])
  expect(await shown({ show: 'all', status: 'revoked' })).toEqual([revoked])
})
