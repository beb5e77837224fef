import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { GatewayState } from '../../../electron/contract/gateway'
import type { Certificate, Listening, NewListening } from '../../../electron/contract/listening'
import type { Role } from '../../../electron/contract/user'
import { runningGateway } from '../../app/examples.fixture'
import { openWindow, refused, signedIn } from '../../app/testing'
// The route loads its page lazily; loading it here keeps that out of the tests' time.
import './ApiPage'

const running: GatewayState = {
  ...runningGateway,
  startedAt: Date.now() - 3_600_000,
  calls: { allowed: 1284, refused: 7, perSecond: 3, lastAt: Date.now() - 120_000 },
}
const stopped: GatewayState = { ...running, state: 'stopped', startedAt: null }

type More = Partial<Parameters<typeof openWindow>[0]>
const openApi = (role: Role, gateway: GatewayState, more: More = {}, address = '/api') =>
  openWindow(
    {
      'session.state': () => signedIn(role),
      'gateway.state': () => gateway,
      'gateway.listening': () => listening,
      ...more,
    },
    address,
  )

const day = 86_400_000
const certificate: Certificate = {
  subject: 'CN=api.example',
  issuer: 'O=Example, CN=Example authority',
  selfSigned: false,
  names: ['api.example', '192.0.2.7'],
  validFrom: Date.now() - day,
  validUntil: Date.now() + 90 * day,
  fingerprint: 'AB:CD',
}
const listening: Listening = {
  address: '127.0.0.1',
  port: 7878,
  tls: null,
  hostNames: [],
  ownAddresses: ['192.0.2.7'],
}
const withTls = {
  tls: {
    certificateFile: { id: 'file-7', name: 'old.pem' },
    keyFile: { id: 'file-8', name: 'old-key.pem', readableByOthers: false },
    certificate,
    problem: null,
  },
}

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

const setPort = async (user: UserEvent, typed: string) => {
  const port = await screen.findByRole('textbox', { name: 'Port' })
  await user.clear(port)
  await user.type(port, typed)
  await user.click(screen.getByRole('button', { name: 'Change address' }))
}

test('a running gateway moves only after its callers were thought of', async () => {
  const asked: NewListening[] = []
  const { user } = openApi('administrator', running, {
    'gateway.setListening': (place) => {
      asked.push(place)
      return { ...running, port: place.port, baseUrl: `http://127.0.0.1:${place.port}` }
    },
  })
  await setPort(user, '80')
  expect(await screen.findByText('Give a whole number from 1024 to 65535, or 443.')).toBeTruthy()

  await setPort(user, '8080')
  const question = await screen.findByRole('dialog', {
    name: 'Change the address of the gateway?',
  })
  expect(question.textContent).toContain('leaves http://127.0.0.1:7878 at once')
  expect(question.textContent).not.toContain('other computers')
  expect(asked).toEqual([])
  await user.click(within(question).getByRole('button', { name: 'Change address' }))
  await waitFor(() =>
    expect(asked).toEqual([{ address: '127.0.0.1', port: 8080, tls: null, hostNames: [] }]),
  )
  expect(await screen.findByText(/is now called at http:\/\/127\.0\.0\.1:8080/)).toBeTruthy()
})

test('a port that is taken is refused at the field, and stays typed', async () => {
  const { user } = openApi('administrator', stopped, {
    'gateway.setListening': () => refused('port_in_use', { field: 'port' }),
  })
  await setPort(user, '8080')
  expect(await screen.findByText('Another program uses this port. Choose another.')).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Port' }).value).toBe('8080')
})

test('other computers are let in only with a certificate and its key', async () => {
  const asked: NewListening[] = []
  const { user } = openApi('administrator', running, {
    'gateway.chooseCertificate': () => ({ id: 'file-0', name: 'api.pem', certificate }),
    'gateway.chooseKeyFile': () => ({ id: 'file-1', name: 'api-key.pem', readableByOthers: true }),
    'gateway.setListening': (place) => {
      asked.push(place)
      return { ...running, reach: 'other_computers', certificate, baseUrl: 'https://erp.intern' }
    },
  })
  await user.click(await screen.findByRole('radio', { name: 'Other computers too' }))
  const change = screen.getByRole('button', { name: 'Change address' })
  await user.click(change)
  expect(await screen.findAllByText('This is needed.')).toHaveLength(2)
  expect(asked).toEqual([])

  await user.click(screen.getByRole('button', { name: 'Choose the certificate file' }))
  expect(await screen.findByText('api.pem')).toBeTruthy()
  expect(screen.getByText('CN=api.example')).toBeTruthy()
  expect(screen.getByText('api.example, 192.0.2.7')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Choose the key file' }))
  expect(await screen.findByText('api-key.pem')).toBeTruthy()
  expect(screen.getByText(/Other accounts of this computer can read the key file/)).toBeTruthy()
  await user.type(screen.getByRole('textbox', { name: 'Host names' }), 'erp.intern')
  expect(screen.getByText(/The certificate does not name erp\.intern/)).toBeTruthy()
  await user.click(change)
  const question = await screen.findByRole('dialog')
  expect(question.textContent).toContain('From then on other computers can call it.')
  await user.click(within(question).getByRole('button', { name: 'Change address' }))
  await waitFor(() =>
    expect(asked).toEqual([
      {
        address: '0.0.0.0',
        port: 7878,
        tls: { certificateFile: 'file-0', keyFile: 'file-1' },
        hostNames: ['erp.intern'],
      },
    ]),
  )
})

test('a file that is no certificate, or a key that does not fit, is said at the file', async () => {
  const { user } = openApi('administrator', stopped, {
    'gateway.chooseCertificate': () => refused('certificate_not_pem', { field: 'certificateFile' }),
    'gateway.setListening': () => refused('key_file_does_not_fit', { field: 'keyFile' }),
    'gateway.listening': () => ({ ...listening, ...withTls }),
  })
  const button = await screen.findByRole('button', { name: 'Choose the certificate file' })
  await user.click(button)
  expect(await screen.findByText(/This file holds no certificate in PEM form/)).toBeTruthy()
  await setPort(user, '8080')
  expect(await screen.findByText(/This key does not belong to the certificate/)).toBeTruthy()
  expect(screen.getByText('old-key.pem')).toBeTruthy()
})

test('files in use that are gone are said so', async () => {
  openApi('administrator', stopped, {
    'gateway.listening': () => ({
      ...listening,
      tls: { ...withTls.tls, certificate: null, problem: 'file_not_readable' },
    }),
  })
  expect(await screen.findByText(/A file of the certificate or its key is gone/)).toBeTruthy()
  expect(screen.getByText('old.pem')).toBeTruthy()
})

const open = { ...running, reach: 'other_computers' as const, baseUrl: 'https://api.example:7878' }

test('a gateway that other computers reach says so on its page and at the top', async () => {
  openApi('auditor', { ...open, certificate })
  expect(await screen.findByText('Other computers can call this gateway')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Open to the network' })).toBeTruthy()
  expect(screen.getByText('curl https://api.example:7878/healthz')).toBeTruthy()
  expect(screen.getByText(/add to curl: --cacert FILE/)).toBeTruthy()
  expect(screen.queryByText(/expires|expired/)).toBeNull()
})

test.each(['/api', '/overview'])('a certificate near its end is warned about on %s', async (at) => {
  const soon = { ...certificate, validUntil: Date.now() + 5.5 * day }
  openApi('auditor', { ...open, certificate: soon }, {}, at)
  expect(await screen.findByText(/The certificate expires in [56] days/)).toBeTruthy()
})

test.each(['/api', '/overview'])('a certificate that ran out is said so on %s', async (at) => {
  const over = { ...certificate, validUntil: Date.now() - 2 * day }
  openApi('auditor', { ...open, certificate: over }, {}, at)
  expect(await screen.findByText(/The certificate has expired 2 days ago/)).toBeTruthy()
})

test('a renewal that is not used says why', async () => {
  openApi('auditor', { ...open, certificate, renewalFailure: 'key_file_does_not_fit' })
  const notice = await screen.findByText(/the new ones are not used/)
  expect(notice.textContent).toContain('The key does not belong to the certificate.')
})

test('an auditor sees the gateway and no buttons', async () => {
  openApi('auditor', running)
  expect(await screen.findByText('Running')).toBeTruthy()
  for (const name of ['Start', 'Stop', 'Change address'])
    expect(screen.queryByRole('button', { name })).toBeNull()
})

test('the addresses for integrators are shown, and each is copied by its button', async () => {
  const copied: string[] = []
  const { user } = openApi('auditor', running, {
    'clipboard.copyText': ({ text }) => void copied.push(text),
  })
  for (const [what, path] of [
    ['Reference', '/docs'],
    ['OpenAPI description', '/openapi.json'],
    ['Metrics', '/metrics'],
  ] as const) {
    expect(await screen.findByText(`http://127.0.0.1:7878${path}`)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: `Copy the address: ${what}` }))
    expect(await screen.findByText('Copied.')).toBeTruthy()
    await waitFor(() => expect(copied.at(-1)).toBe(`http://127.0.0.1:7878${path}`))
  }
})

test('an address that could not be copied is said to be so', async () => {
  const { user } = openApi('administrator', running, {
    'clipboard.copyText': () => refused('internal'),
  })
  await user.click(await screen.findByRole('button', { name: 'Copy the address: Reference' }))
  expect((await screen.findByRole('alert')).textContent).not.toContain('Copied.')
})
