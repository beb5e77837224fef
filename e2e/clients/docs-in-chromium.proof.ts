import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Locator, type Page } from 'playwright'
import { expect, onTestFinished, test } from 'vitest'
import { openDescribedWorld } from './described-world'

const options = [
  ...['--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--no-sandbox'],
]

/** Where pictures go for whoever wants to see them. */
const pictures = process.env['KEYWARD_PICTURES']

test('Chromium shows the reference of a token, light and dark, with nothing from elsewhere', async () => {
  const { baseUrl, secret } = await openDescribedWorld()
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: options })
  onTestFinished(() => browser.close())
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width: 1280, height: 900 },
    })
    const page = await context.newPage()
    const seen = listen(page)
    await page.goto(`${baseUrl}/docs`)
    await expect.poll(() => page.evaluate(isDark)).toBe(colorScheme === 'dark')
    await keep(page, `ask-${colorScheme}`)

    // A token that does not work is refused in a sentence, and stays to be corrected.
    await page.getByLabel('Token', { exact: true }).fill(`${secret}x`)
    await page.getByRole('button', { name: 'Open the reference' }).click()
    await page.getByText('The token is not valid. The token is unknown').waitFor()
    await keep(page, `refused-${colorScheme}`)
    expect(seen.faults.splice(0)).toEqual([expect.stringContaining('401')])

    await page.getByLabel('Token', { exact: true }).fill(secret)
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    expect(await page.getByLabel('Token', { exact: true }).getAttribute('type')).toBe('text')
    await page.getByRole('button', { name: 'Open the reference' }).click()
    const title = 'List records of Parcels <b onmouseover="alert(1)">& "more"</b> {{7*7}} \u2019s'
    await page.getByText(title, { exact: true }).waitFor()
    for (const [path, count] of Object.entries(operationCounts))
      expect([path, await page.locator('.opblock', { hasText: path }).count()]).toEqual([
        path,
        count,
      ])
    await keep(page, `reference-${colorScheme}`)

    await page.getByText(title, { exact: true }).click()
    await page.getByText('where.pieces', { exact: true }).first().waitFor()
    await keep(page, `operation-${colorScheme}`)
    await page.getByText('Replace a record of Bills').click()
    await page.locator('#operations-bills-replace-bills').getByText('number').first().waitFor()
    await keep(page.locator('#operations-bills-replace-bills'), `replace-${colorScheme}`)
    // What people wrote into titles stays text.
    expect(await page.locator('#reference b[onmouseover], #reference img[onerror]').count()).toBe(0)
    expect(await page.locator('#reference a[href^="javascript"]').count()).toBe(0)

    // The token is in no address, store or field any more.
    expect(page.url()).toBe(`${baseUrl}/docs`)
    expect(await page.evaluate(everythingKept)).not.toContain(secret)
    expect(seen.faults).toEqual([])
    expect(seen.addresses.filter((one) => !one.startsWith(`${baseUrl}/`))).toEqual([])
    expect(new Set(seen.addresses.map((one) => one.slice(baseUrl.length)))).toEqual(
      new Set([
        ...['/docs', '/docs/page.css', '/docs/page.js', '/docs/icon.svg', '/openapi.json'],
        ...['/docs/swagger-ui.css', '/docs/swagger-ui-bundle.js'],
      ]),
    )
    // No other call of this gateway is for a page, not even for its own.
    expect(await page.evaluate(statusOf, '/v1/token')).toBe(403)
    seen.faults.length = 0

    // The page's policy holds, and what it stops would have been seen above.
    await page.evaluate(breakPolicy)
    await expect.poll(() => seen.faults.join()).toMatch(/inline script.*img-src/s)
    expect(await page.title()).toBe('Keyward API reference')
    await context.close()
  }
})

const operationCounts = {
  '/v1/entities/parcels/records:batch': 1,
  '/v1/entities/bills/records/{id}': 4,
  '/v1/token': 1,
}

const isDark = () => document.documentElement.classList.contains('dark-mode')

const statusOf = async (address: string) => (await fetch(address)).status

const breakPolicy = () => {
  const script = document.createElement('script')
  script.textContent = 'document.title = "broken"'
  document.body.append(script)
  new Image().src = 'http://127.0.0.1:9/elsewhere.png'
}

const everythingKept = () =>
  JSON.stringify([
    ...[{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href],
    ...[...document.querySelectorAll('input')].map(({ value }) => value),
    document.documentElement.outerHTML,
  ])

/** Every address that is asked for, and everything that goes wrong. */
function listen(page: Page) {
  const addresses: string[] = []
  const faults: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) addresses.push(request.url())
  })
  page.on('requestfailed', (request) => faults.push(`${request.url()} failed`))
  page.on('pageerror', (error) => faults.push(error.message))
  // What a content security policy stops is told here, too.
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
  })
  return { addresses, faults }
}

async function keep(shown: Page | Locator, name: string) {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await shown.screenshot({ path: join(pictures, `${name}.png`) })
}
