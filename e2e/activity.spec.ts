import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import {
  activityRows,
  answerOpenDialog,
  chooseFilter,
  exportActivity,
  openActivity,
  verifyChain,
  whatChanged,
} from './pages/activity.ts'
import { typeCommand } from './pages/command-line.ts'
import { ordersPath, readyToCall } from './pages/ready-to-call.ts'
import { callGateway } from './pages/gateway-client.ts'
import { askRegistry, changeRegistry } from './pages/registry-file.ts'
import { administrator, signIn } from './pages/sign-in.ts'
import { disableToken } from './pages/tokens.ts'

type Entry = { seq: number; action: string }

test('the activity answers who did what, and every way of tampering with it shows', async ({
  start,
  profile,
}, testInfo) => {
  // Keyward is started three times.
  test.setTimeout(180_000)
  const first = await start()
  const { page } = first
  const secret = await readyToCall(page, { name: 'Reader', permissions: ['Orders: Read'] })
  expect((await callGateway(first.baseUrl, secret, 'GET', ordersPath)).status).toBe(200)
  await disableToken(page, 'Reader')

  await openActivity(page)
  await chooseFilter(page, 'Object', 'Token')
  await expect(activityRows(page)).toHaveCount(2)
  await chooseFilter(page, 'Action', 'Disabled a token')
  await expect(activityRows(page)).toHaveCount(1)
  await chooseFilter(page, 'When', 'Last hour')
  await chooseFilter(page, 'Who', administrator.displayName)
  const disabled = activityRows(page).first()
  await expect(disabled).toContainText(administrator.displayName)
  const difference = await whatChanged(page, disabled)
  await expect(difference.locator('del')).toContainText('Yes')
  await expect(difference.locator('ins')).toContainText('No')
  expect(page.url()).toMatch(/action=token\.disabled/)

  const csv = testInfo.outputPath('activity.csv')
  await exportActivity(first, 'CSV', csv)
  const exported = readFileSync(csv, 'utf8').trim().split('\r\n')
  expect(exported).toHaveLength(2)
  expect(exported[1]).toContain('token.disabled')
  await page.getByRole('button', { name: 'Close' }).click()
  await disabled.getByRole('link', { name: 'Reader' }).click()
  await expect(page.getByRole('tab', { name: 'Tokens' })).toBeVisible()

  await openActivity(page)
  const lines = testInfo.outputPath('activity.jsonl')
  const proof = testInfo.outputPath('activity.proof.json')
  await exportActivity(first, 'JSON Lines with a proof', lines)
  const fingerprint = (await page.locator('code').last().textContent()) ?? ''
  const whole = askRegistry<Entry>(profile, 'select seq, action from activity order by seq')
  expect(whole.at(-1)?.action).toBe('list.exported')
  // On a machine that has the two files and nothing else: no profile, no account.
  const verify = (file: string, ...more: string[]) =>
    typeCommand(['verify-activity', file, '--fingerprint', fingerprint, ...more, '--json'], {
      program: 'node',
    })
  const sound = await verify(lines)
  expect(sound.code).toBe(0)
  expect(JSON.parse(sound.out)).toMatchObject({
    is: 'unbroken',
    entries: whole.length - 1,
    signedBy: fingerprint,
  })
  const tampered = testInfo.outputPath('tampered.jsonl')
  writeFileSync(tampered, readFileSync(lines, 'utf8').replace('"Reader"', '"Writer"'))
  const named = await verify(tampered, '--proof', proof)
  const created = whole.find(({ action }) => action === 'token.created')!.seq
  expect(named.code).not.toBe(0)
  expect(JSON.parse(named.out)).toMatchObject({
    is: 'tampered',
    faults: [{ kind: 'changed', line: created, entry: created }],
  })

  await expect(await verifyChain(page)).toContainText('the chain is unbroken')
  await first.app.close()
  const older = testInfo.outputPath('registry.db')
  copyFileSync(join(profile, 'registry.db'), older)

  changeRegistry(profile, `update activity set actor_name = 'Mallory' where seq = ${created}`)
  const second = await start()
  await signIn(second.page, administrator)
  await openActivity(second.page)
  await expect(await verifyChain(second.page)).toContainText(
    `Entry ${created} was changed after it was written.`,
  )
  await second.app.close()

  // The row as it was, and the end cut off: the chain alone would say that nothing is wrong.
  copyFileSync(older, join(profile, 'registry.db'))
  const kept = whole.length - 3
  changeRegistry(profile, `delete from activity where seq > ${kept}`)
  const third = await start()
  await signIn(third.page, administrator)
  await openActivity(third.page)
  await expect(activityRows(third.page).filter({ hasText: 'not as they were left' })).toHaveCount(1)
  await expect(await verifyChain(third.page)).toContainText(/cut off/)
  await answerOpenDialog(third.app, proof)
  await third.page.getByRole('button', { name: 'Compare with an exported proof' }).click()
  await expect(third.page.getByText(/held against the proof/)).toBeVisible()
})
