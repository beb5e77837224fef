import { sql as raw } from 'kysely'
import { expect, test } from 'vitest'
import type { Registry } from '../registry'
import { beginningWith } from './find-tokens'
import { addToken, addUser, newProfile, today, change } from './profile.fixture'
import { build } from './sql'

async function filled() {
  const { registry, rows } = newProfile()
  const ada = await addUser(registry, { username: 'ada', displayName: 'Ádá Lovelace' })
  const erp = await addUser(registry, { username: 'erp-sync', displayName: 'Warehouse' })
  await addToken(registry, ada.id, { name: 'Nightly export', note: '', grants: [] })
  const gone = await addToken(registry, erp.id, { name: 'A stock report', grants: [] })
  await addToken(registry, erp.id, { name: 'Stock', grants: [] })
  await registry.tokens.update([change(gone.id, { revokedAt: today })], today)
  return { registry, rows, gone }
}

const found = async (registry: Registry, search?: string) =>
  (await registry.tokens.find(search, today)).map((one) => `${one.token.name} of ${one.userName}`)

test('a token is found by any part of its name, of its ID or of its user, a revoked one last', async () => {
  const { registry, gone } = await filled()
  expect(await found(registry, 'EXPORT')).toEqual(['Nightly export of Ádá Lovelace'])
  expect(await found(registry, 'lovel')).toEqual(['Nightly export of Ádá Lovelace'])
  expect(await found(registry, 'p-syn')).toEqual([
    'Stock of Warehouse',
    'A stock report of Warehouse',
  ])
  expect(await found(registry, gone.id.slice(3))).toEqual(['A stock report of Warehouse'])
  expect(await found(registry, '%')).toEqual([])
  expect(await found(registry)).toHaveLength(3)
})

test('among very many tokens one is found by how its name, its ID or its user begins', async () => {
  const { registry, rows, gone } = await filled()
  rows('update token set id = 20001 where token_id = ?', gone.id)
  expect(await found(registry, 'nightly')).toEqual(['Nightly export of Ádá Lovelace'])
  expect(await found(registry, 'export')).toEqual([])
  expect(await found(registry, 'ada')).toEqual(['Nightly export of Ádá Lovelace'])
  expect(await found(registry, 'ERP-')).toHaveLength(2)
  expect(await found(registry, gone.id)).toEqual(['A stock report of Warehouse'])
})

test('no more than twenty are answered, however they were found', async () => {
  const { registry, rows } = newProfile()
  const { id } = await addUser(registry)
  for (let made = 0; made < 25; made += 1) await addToken(registry, id)
  expect(await found(registry, 'Token')).toHaveLength(20)
  expect(await found(registry)).toHaveLength(20)
  const { id: last } = await addToken(registry, id, { grants: [] })
  rows('update token set id = 20001 where token_id = ?', last)
  expect(await found(registry, 'T')).toHaveLength(20)
})

test('the beginnings are looked up in indexes, never by going through a table', () => {
  const { rows } = newProfile()
  const { sql, parameters } = raw`select * from ${beginningWith('nightly')}`.compile(build)
  const plan = rows(`explain query plan ${sql}`, ...parameters).map((row) => String(row['detail']))
  expect(plan.filter((step) => /SCAN (?:token|user)\b/.test(step))).toEqual([])
  expect(plan.join('\n')).toContain('token_by_name')
})
