import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'

test('the window runs in the real sandbox, for an ordinary user, with nothing of Node in it', async ({
  start,
}) => {
  test.skip(process.platform !== 'linux', 'read from the process table')
  expect(process.getuid?.()).not.toBe(0)
  const { app, page } = await start()
  console.log(`Electron ${await app.evaluate(() => process.versions['electron'])}`)
  await page.getByRole('button', { name: 'Create administrator' }).waitFor()

  const family = descendants(app.process().pid ?? 0)
  const renderers = family.filter((one) => one.command.includes('--type=renderer'))
  expect(renderers.length).toBeGreaterThan(0)
  for (const { pid } of renderers)
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/m)
  for (const { command } of family) expect(command).not.toContain('--no-sandbox')

  const found = await page.evaluate(() =>
    ['require', 'process', 'Buffer', 'global', 'module'].filter((name) => name in globalThis),
  )
  expect(found).toEqual([])
  expect(await page.evaluate(() => Object.keys(window.keyward).toSorted())).toEqual([
    'ask',
    'onChanged',
    'onGo',
    'scanDropped',
  ])
})

test('the content security policy is a header and lets nothing foreign run', async ({ start }) => {
  const { page } = await start()
  const blocked = await page.evaluate(async () => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', (event) =>
      violations.push(event.effectiveDirective),
    )
    const script = document.createElement('script')
    script.textContent = 'globalThis.injected = true'
    document.body.append(script)
    await fetch('http://127.0.0.1:1/').catch(() => undefined)
    const image = new Image()
    await new Promise((done) => {
      image.addEventListener('error', done)
      image.src = 'http://127.0.0.1:1/x.png'
    })
    return { violations, injected: 'injected' in globalThis }
  })
  expect(blocked.injected).toBe(false)
  expect(blocked.violations).toEqual(
    expect.arrayContaining(['script-src-elem', 'connect-src', 'img-src']),
  )
})

type Process = { pid: number; parent: number; command: string }

function descendants(root: number): Process[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)))
  const family = new Set([root])
  for (let grown = true; grown;) {
    const found = all.filter((one) => family.has(one.parent) && !family.has(one.pid))
    for (const one of found) family.add(one.pid)
    grown = found.length > 0
  }
  return all.filter((one) => family.has(one.pid))
}

function readProcess(pid: number): Process[] {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return [{ pid, parent: Number(/^PPid:\t(\d+)$/m.exec(status)?.[1]), command }]
  } catch {
    return []
  }
}
