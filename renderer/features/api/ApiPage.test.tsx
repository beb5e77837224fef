import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { GatewayState } from '../../../electron/contract/gateway'
import type { Role } from '../../../electron/contract/user'
import { openWindow, refused, signedIn } from '../../app/testing'
// The route loads its page lazily; loading it here keeps that out of the tests' time.
import './ApiPage'

const running: GatewayState = {
  state: 'running',
  address: '127.0.0.1',
  port: 7878,
  baseUrl: 'http://127.0.0.1:7878',
  startedAt: Date.now() - 3_600_000,
  failure: null,
  calls: { allowed: 1284, refused: 7, perSecond: 3, lastAt: Date.now() - 120_000 },
}
const stopped: GatewayState = { ...running, state: 'stopped', startedAt: null }

type More = Partial<Parameters<typeof openWindow>[0]>
const openApi = (role: Role, gateway: GatewayState, more: More = {}) =>
  openWindow(
    { 'session.state': () => signedIn(role), 'gateway.state': () => gateway, ...more },
    '/api',
  )

test('a running gateway shows its address, its counts and calls to try', async () => {
  openApi('administrator', running)
  expect(await screen.findByText('Running')).toBeTruthy()
  expect(screen.getByText('http://127.0.0.1:7878')).toBeTruthy()
  expect(screen.getByText('1,284')).toBeTruthy()
  expect(screen.getByText('curl http://127.0.0.1:7878/healthz')).toBeTruthy()
  expect(screen.getByText(/Bearer KEYWARD_TOKEN/)).toBeTruthy()
})

test('Stop says that calls will fail, and stops only when that is confirmed', async () => {
  const { user, ask } = openApi('administrator', running, { 'gateway.stop': () => stopped })
  const asked = () => ask.mock.calls.filter(([call]) => call === 'gateway.stop').length
  await user.click(await screen.findByRole('button', { name: 'Stop' }))
  const question = await screen.findByRole('dialog', { name: 'Stop the gateway?' })
  expect(question.textContent).toContain('Every call fails until the gateway is started again.')
  expect(asked()).toBe(0)
  await user.click(within(question).getByRole('button', { name: 'Stop' }))
  await waitFor(() => expect(asked()).toBe(1))
})

test('a gateway that found its port taken says what to do, and can be started', async () => {
  const { user, ask } = openApi(
    'administrator',
    { ...stopped, state: 'failed', failure: { code: 'port_in_use', detail: { port: 7878 } } },
    { 'gateway.start': () => running },
  )
  expect(await screen.findByText('Not running')).toBeTruthy()
  expect(
    screen.getByText(/Another program already uses port 7878\. Stop that program/),
  ).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Start' }))
  await waitFor(() => expect(ask.mock.calls.map(([call]) => call)).toContain('gateway.start'))
})

test('the port of a running gateway changes only after its callers were thought of', async () => {
  const ports: number[] = []
  const { user } = openApi('administrator', running, {
    'gateway.setPort': ({ port }) => {
      ports.push(port)
      return { ...running, port }
    },
  })
  const port = await screen.findByRole('textbox', { name: 'Port' })
  await user.clear(port)
  await user.type(port, '80')
  await user.click(screen.getByRole('button', { name: 'Change port' }))
  expect(await screen.findByText('Give a whole number from 1024 to 65535.')).toBeTruthy()

  await user.type(port, '80')
  await user.click(screen.getByRole('button', { name: 'Change port' }))
  const question = await screen.findByRole('dialog', { name: 'Change the port to 8080?' })
  expect(question.textContent).toContain('must be told the new address')
  expect(ports).toEqual([])
  await user.click(within(question).getByRole('button', { name: 'Change port' }))
  await waitFor(() => expect(ports).toEqual([8080]))
})

test('a port that is taken is refused at the field, and stays typed', async () => {
  const { user } = openApi('administrator', stopped, {
    'gateway.setPort': () => refused('port_in_use', { field: 'port' }),
  })
  const port = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Port' })
  await user.clear(port)
  await user.type(port, '8080')
  await user.click(screen.getByRole('button', { name: 'Change port' }))
  expect(await screen.findByText('Another program uses this port. Choose another.')).toBeTruthy()
  expect(port.value).toBe('8080')
})

test('a port that only counts at the next start is not announced as changed', async () => {
  const { user } = openApi('administrator', stopped, { 'gateway.setPort': () => stopped })
  const port = await screen.findByRole('textbox', { name: 'Port' })
  await user.clear(port)
  await user.type(port, '8080')
  await user.click(screen.getByRole('button', { name: 'Change port' }))
  expect(await screen.findByText(/Port 8080 was saved for the next start/)).toBeTruthy()
})

test('an auditor sees the gateway and no buttons', async () => {
  openApi('auditor', running)
  expect(await screen.findByText('Running')).toBeTruthy()
  for (const name of ['Start', 'Stop', 'Change port'])
    expect(screen.queryByRole('button', { name })).toBeNull()
})

test('the addresses for integrators are shown, and each is copied by its button', async () => {
  const copied: string[] = []
  const { user } = openApi('auditor', running, {
    'clipboard.copyAddress': ({ address }) => void copied.push(address),
  })
  for (const [what, path] of [
    ['Reference', '/docs'],
    ['OpenAPI description', '/openapi.json'],
    ['Metrics', '/metrics'],
  ] as const) {
    expect(await screen.findByText(`http://127.0.0.1:7878${path}`)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: `Copy the address: ${what}` }))
    expect(await screen.findByText('The address is on the clipboard.')).toBeTruthy()
    await waitFor(() => expect(copied.at(-1)).toBe(`http://127.0.0.1:7878${path}`))
  }
})

test('an address that could not be copied is said to be so', async () => {
  const { user } = openApi('administrator', running, {
    'clipboard.copyAddress': () => refused('internal'),
  })
  await user.click(await screen.findByRole('button', { name: 'Copy the address: Reference' }))
  expect((await screen.findByRole('alert')).textContent).not.toContain('on the clipboard')
})
