import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { administrator, createFirstAdministrator } from './pages/sign-in.ts'
import { copyAndFinish, createToken } from './pages/tokens.ts'
import { createUser, openUser } from './pages/users.ts'

test('after Done the secret is nowhere: not in the window, not in an answer, not on the disk', async ({
  start,
}) => {
  const { app, page, profile } = await start()
  await createFirstAdministrator(page)
  await createUser(page, { kind: 'Service account', username: 'bi', displayName: 'Power BI' })
  await openUser(page, 'Power BI')
  const secret = await createToken(page, {
    name: 'Reports',
    expiration: '1 year',
    permissions: ['All entities: Read'],
  })
  expect(secret).toHaveLength(66)
  await page
    .getByRole('dialog', { name: 'Token created' })
    .getByRole('button', { name: 'Done' })
    .click()
  await expect(page.getByText('Close without copying?')).toBeVisible()
  await page.getByRole('button', { name: 'Keep open' }).click()
  await copyAndFinish(page)

  expect(await page.content()).not.toContain(secret)
  const id = secret.slice(4, 16)
  const answers = await page.evaluate(
    async (tokenId) =>
      JSON.stringify([
        await window.keyward.ask('tokens.get', { id: tokenId }),
        await window.keyward.ask('activity.list', {}),
      ]),
    id,
  )
  expect(answers).toContain(id)
  expect(answers).not.toContain(secret.slice(17))
  await app.close()

  for (const needle of [secret, secret.slice(17), administrator.password])
    for (const spelling of [
      needle,
      Buffer.from(needle, 'utf16le'),
      Buffer.from(needle).toString('base64'),
    ])
      for (const file of filesIn(profile))
        expect(
          readFileSync(file).includes(spelling),
          `${needle.length} characters in ${file}`,
        ).toBe(false)
})

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
