import { beforeEach, expect, it } from 'vitest'
import { NewSavedView, SavedViewId } from '../contract/saved-view'
import { openHouse, refusalOf, type House } from './house.fixture'

let house: House
beforeEach(async () => {
  house = await openHouse({ signedIn: true })
})

const view = (name: string, over: object = {}) =>
  NewSavedView.parse({ list: 'expiry', name, filter: { expiresWithinDays: 14 }, ...over })

const names = async (list: 'expiry' | 'tokens' = 'expiry') =>
  (await house.savedViews.list(list)).map(({ name }) => name)

it('a view keeps its filter and its order, by name, for its list alone', async () => {
  const filter = { statuses: ['expired'], sort: 'calls', direction: 'desc', userId: 1 }
  await house.savedViews.save(view('Two weeks'))
  const saved = await house.savedViews.save(view('Broken now', { filter }))
  expect(saved).toEqual({ id: saved.id, list: 'expiry', name: 'Broken now', filter })
  expect(await names()).toEqual(['Broken now', 'Two weeks'])
  expect(await names('tokens')).toEqual([])
  expect(house.announced()).toContain('saved_views')
})

it('two views of a list never have the same name, however it is written', async () => {
  await house.savedViews.save(view('Mine'))
  expect(await refusalOf(house.savedViews.save(view('MINE')))).toEqual({
    code: 'view_name_taken',
    field: 'name',
  })
  await house.savedViews.save(view('Mine', { list: 'tokens' }))
  expect(house.rows('select list from saved_view')).toHaveLength(2)
})

it('nobody sees or deletes the views of another person', async () => {
  const { id } = await house.savedViews.save(view('Of Ada'))
  const password = 'correct horse battery staple'
  await house.users.create({
    kind: 'person',
    username: 'eve',
    displayName: 'Eve Auditor',
    signIn: { role: 'auditor', password },
  })
  await house.session.signIn({ username: 'eve', password })
  expect(await names()).toEqual([])
  await house.savedViews.save(view('Of Ada'))
  await house.savedViews.remove(id)
  expect(house.rows('select user_id from saved_view order by id')).toEqual([
    { user_id: 1 },
    { user_id: 2 },
  ])
  await house.savedViews.remove((await house.savedViews.list('expiry'))[0]!.id)
  expect(house.rows('select user_id from saved_view')).toEqual([{ user_id: 1 }])
})

it('fifty views are enough; one that is not there is deleted without a word', async () => {
  for (let at = 0; at < 50; at++) await house.savedViews.save(view(`View ${at}`))
  expect(await refusalOf(house.savedViews.save(view('One more')))).toEqual({
    code: 'too_many_views',
  })
  await house.savedViews.remove(SavedViewId.parse(999))
  expect(await names()).toHaveLength(50)
})

it('one that was edited by hand keeps nobody from the others', async () => {
  await house.savedViews.save(view('Broken'))
  await house.savedViews.save(view('Whole'))
  house.run(`update saved_view set filter = '{"statuses": "nonsense"}' where name = 'Broken'`)
  expect(await names()).toEqual(['Whole'])
})

it('a view is no entry in the activity log: nothing of the model was changed', async () => {
  const before = house.actions()
  const { id } = await house.savedViews.save(view('Mine'))
  await house.savedViews.remove(id)
  expect(house.actions()).toEqual(before)
})
