import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { RouteSetId } from '../../../electron/contract/id'
import {
  RouteRules,
  type RouteSet,
  type RouteSetChange,
  type RouteTrial,
} from '../../../electron/contract/route-set'
import type { Role } from '../../../electron/contract/user'
import { openWindow, refused, signedIn } from '../../app/testing'
// Routes load their pages lazily; loading them here keeps that out of the tests' time.
import './ConfigurationTab'
import './RouteSetPage'
import './RouteSetsPage'
import './RulesTab'

const shop: RouteSet = {
  id: RouteSetId.parse(1),
  name: 'shop',
  title: 'Shop',
  enabled: true,
  proxies: ['127.0.0.1/32'],
  rules: RouteRules.parse([
    { path: '/healthz', methods: ['GET'], permission: 'open' },
    { path: '/api/{entity}/**' },
  ]),
  createdAt: 0,
  updatedAt: 0,
  version: 1,
}

function openShop(role: Role = 'administrator', isRefused = false) {
  const asked = {
    changes: [] as RouteSetChange[],
    trials: [] as RouteTrial[],
    copied: [] as string[],
  }
  let stored = shop
  const opened = openWindow(
    {
      'session.state': () => signedIn(role),
      'entities.names': () => [],
      'routeSets.list': () => [stored],
      'routeSets.get': () => stored,
      'routeSets.change': (change) => {
        asked.changes.push(change)
        if (isRefused) return refused('not_found', { field: 'rules.1.entity' })
        stored = { ...stored, ...change, version: change.version + 1 }
        return { value: stored, enforced: 'at_once' as const }
      },
      'routeSets.match': (trial) => {
        asked.trials.push(trial)
        return {
          outcome: 'needs_token' as const,
          rule: 1,
          entity: 'orders',
          permission: 'read' as const,
          exists: true,
        }
      },
      'routeSets.configuration': () => [
        { proxy: 'nginx' as const, text: 'server {}' },
        { proxy: 'caddy' as const, text: ':8080 {}' },
      ],
      'clipboard.copyText': ({ text }) => void asked.copied.push(text),
    },
    '/api/forward-auth/1/rules',
  )
  return { ...opened, asked }
}

// By label and text: roles of a page with so many inputs take jsdom seconds.
const path = (rule: number) => screen.findByLabelText<HTMLInputElement>(`Rule ${rule}: Path`)
const press = (name: string) => screen.queryByLabelText(name) ?? screen.getByText(name)

test('rules are put in another order with the keyboard, and saved in it', async () => {
  const { user, asked } = openShop()
  expect((await path(1)).value).toBe('/healthz')
  press('Move rule 1 down').focus()
  await user.keyboard('{Enter}')
  expect((await path(2)).value).toBe('/healthz')
  expect(document.activeElement).toBe(press('Move rule 2 up'))
  expect(screen.getByText('Rule is now number 2.')).toBeTruthy()
  await user.click(press('Save'))
  await waitFor(() => expect(asked.changes).toHaveLength(1))
  expect(asked.changes[0]!.rules.map((rule) => rule.path)).toEqual(['/api/{entity}/**', '/healthz'])
  expect(await screen.findByText(/It holds from the next call on/)).toBeTruthy()
  expect(screen.queryByText('There are changes that are not saved.')).toBeNull()
})

test('a rule that cannot be is told at its field, and nothing is sent', async () => {
  const { user, asked } = openShop()
  await user.clear(await path(2))
  await user.type(await path(2), '/api//x')
  await user.click(press('Save'))
  expect(await screen.findByText(/Begin with \/\. Between slashes/)).toBeTruthy()
  expect(screen.getByText(/Correct the rules above/)).toBeTruthy()
  expect(asked.changes).toEqual([])
})

test('an entity that main does not know is told at its field, and what was typed stays', async () => {
  const { user } = openShop('administrator', true)
  await user.clear(await path(2))
  await user.type(await path(2), '/orders')
  await user.type(screen.getByLabelText('Rule 2: Entity'), 'nothing')
  await user.click(press('Save'))
  expect(await screen.findByText('This does not exist. Check it.')).toBeTruthy()
  expect((await path(2)).value).toBe('/orders')
})

test('the test line asks about the rules as they are typed, before they are saved', async () => {
  const { user, asked } = openShop()
  await path(1)
  await user.click(press('Remove rule 1'))
  await waitFor(() => expect(asked.trials.at(-1)?.rules).toHaveLength(1))
  await user.type(screen.getByLabelText('Path', { selector: '[value="/"]' }), 'api/orders')
  await waitFor(() =>
    expect(asked.trials.at(-1)).toMatchObject({ method: 'GET', host: '', path: '/api/orders' }),
  )
  expect(await screen.findByText('Rule 2 asks for Read on orders.')).toBeTruthy()
})

test('leaving with unsaved changes asks first, and staying loses nothing', async () => {
  const { user, router } = openShop()
  await user.type(await screen.findByLabelText('Title'), ' two')
  await user.click(screen.getByText('Gateway'))
  await user.click(await screen.findByText('Keep editing'))
  expect(router.state.location.pathname).toBe('/api/forward-auth/1/rules')
  expect(screen.getByLabelText<HTMLInputElement>('Title').value).toBe('Shop two')
  await waitFor(() => expect(screen.queryByText('Leave without saving?')).toBeNull())
  await user.click(screen.getByText('Configuration'))
  await user.click(await screen.findByText('Leave'))
  expect(await screen.findByText('server {}')).toBeTruthy()
})

test('an auditor looks at the rules, tries them and copies a configuration, and changes nothing', async () => {
  const { user, asked } = openShop('auditor')
  expect((await path(1)).readOnly).toBe(true)
  for (const name of ['Save', 'Delete', 'Add rule', 'Remove rule 1', 'Move rule 1 down'])
    expect([screen.queryByText(name), screen.queryByLabelText(name)]).toEqual([null, null])
  expect(await screen.findByText('Rule 2 asks for Read on orders.')).toBeTruthy()
  await user.click(screen.getByText('Configuration'))
  await user.click(await screen.findByText('Caddy'))
  await user.click(press('Copy'))
  expect(await screen.findByText('Copied.')).toBeTruthy()
  expect(asked.copied).toEqual([':8080 {}'])
})
