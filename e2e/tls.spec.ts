import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { dialogChooses, makeCertificate } from './pages/certificates.ts'
import { createEntity } from './pages/entities.ts'
import { callGateway, callOverTls } from './pages/gateway-client.ts'
import { askRegistry, changeRegistry } from './pages/registry-file.ts'
import { administrator, createFirstAdministrator, signIn } from './pages/sign-in.ts'
import { copyAndFinish, createToken } from './pages/tokens.ts'
import { createUser, openUser } from './pages/users.ts'

const names = 'DNS:localhost,IP:127.0.0.1'
const records = '/v1/entities/orders/records'

test('other computers are let in with TLS only, and systems call by the certificate', async ({
  start,
  profile,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-certificate-'))
  try {
    const { app, page, baseUrl } = await start()
    const port = Number(new URL(baseUrl).port)
    await createFirstAdministrator(page)
    await createEntity(page, 'Orders', [{ title: 'Number', type: 'Text' }])
    await createUser(page, { kind: 'Service account', username: 'erp', displayName: 'ERP' })

    await page.getByRole('link', { name: 'API', exact: true }).click()
    await page.getByRole('radio', { name: 'Other computers too' }).check()
    await page.getByRole('button', { name: 'Change address' }).click()
    await expect(page.getByText('This is needed.')).toHaveCount(2)

    const certificate = makeCertificate(folder, 'api', names)
    await dialogChooses(app, certificate.keyPath)
    await page.getByRole('button', { name: 'Choose the certificate file' }).click()
    await expect(page.getByText(/This file holds no certificate in PEM form/)).toBeVisible()
    await dialogChooses(app, certificate.certificatePath)
    await page.getByRole('button', { name: 'Choose the certificate file' }).click()
    await expect(page.getByText('CN=api')).toBeVisible()
    await dialogChooses(app, makeCertificate(folder, 'other', names).keyPath)
    await page.getByRole('button', { name: 'Choose the key file' }).click()
    await page.getByRole('button', { name: 'Change address' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Change address' }).click()
    await expect(page.getByText(/This key does not belong to the certificate/)).toBeVisible()
    expect((await fetch(`${baseUrl}/healthz`)).status).toBe(200)

    await dialogChooses(app, certificate.keyPath)
    await page.getByRole('button', { name: 'Choose the key file' }).click()
    await expect(page.getByText('api-key.pem')).toBeVisible()
    await page.getByRole('button', { name: 'Change address' }).click()
    const question = page.getByRole('dialog', { name: 'Change the address of the gateway?' })
    await expect(question).toContainText('From then on other computers can call it.')
    await question.getByRole('button', { name: 'Change address' }).click()
    await expect(page.getByText('Other computers can call this gateway')).toBeVisible()
    await expect(page.getByRole('banner').getByText('Open to the network')).toBeVisible()
    const secureUrl = `https://localhost:${port}`
    await expect(page.getByText(secureUrl, { exact: true })).toBeVisible()

    await openUser(page, 'ERP')
    const secret = await createToken(page, {
      name: 'ERP orders',
      expiration: '30 days',
      permissions: ['Orders: Read'],
    })
    const created = page.getByRole('dialog', { name: 'Token created' })
    await created.getByRole('button', { name: 'Try it' }).click()
    await expect(created.getByRole('region', { name: 'What the call was answered' })).toContainText(
      '200',
    )
    await copyAndFinish(page)

    // By its address: no program may claim `localhost` for TLS alone.
    const addressUrl = `https://127.0.0.1:${port}`
    const answer = await callOverTls(addressUrl, secret, records, certificate.pem)
    expect(answer).toMatchObject({ status: 200, body: { items: [] } })
    expect(answer.headers).toHaveProperty('strict-transport-security')
    const wrong = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`
    expect((await callOverTls(secureUrl, wrong, records, certificate.pem)).status).toBe(401)
    await expect(callGateway(baseUrl, secret, 'GET', records)).rejects.toThrow('fetch failed')

    const [row] = askRegistry<{ value: string }>(
      profile,
      `select value from setting where key = 'gateway.listening'`,
    )
    const { certificatePath, keyPath } = certificate
    expect(JSON.parse(row!.value)).toEqual({
      address: '0.0.0.0',
      port,
      tls: { certificatePath, keyPath },
      hostNames: [],
    })
    const [entry] = askRegistry<{ before: string; after: string }>(
      profile,
      `select before, after from activity where action = 'gateway.listening_changed'`,
    )
    expect(JSON.parse(entry!.before)).toMatchObject({ address: '127.0.0.1', tls: false })
    expect(JSON.parse(entry!.after)).toMatchObject({ address: '0.0.0.0', keyFile: 'api-key.pem' })
    expect(entry!.after).not.toContain(folder)

    const renewed = makeCertificate(folder, 'api', names)
    await expect
      .poll(() => callOverTls(secureUrl, secret, records, renewed.pem).catch(() => null))
      .toMatchObject({ status: 200 })
    await app.close()

    // The next start is at the same place, until somebody makes a row without TLS.
    const again = await start({ port })
    await signIn(again.page, administrator)
    await expect(again.page.getByRole('banner').getByText('Open to the network')).toBeVisible()
    expect((await callOverTls(secureUrl, secret, records, renewed.pem)).status).toBe(200)
    await again.app.close()
    changeRegistry(
      profile,
      `update setting set value = json_set(value, '$.tls', null) where key = 'gateway.listening'`,
    )
    const opened = await start({ port })
    await signIn(opened.page, administrator)
    await expect(
      opened.page.getByText(/Other computers may call the gateway only with TLS/),
    ).toBeVisible()
    await expect(fetch(`${baseUrl}/healthz`)).rejects.toThrow('fetch failed')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
