import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { typeCommand } from './pages/command-line.ts'
import { createFirstAdministrator, administrator, signIn } from './pages/sign-in.ts'

/** Runs Electron inside a session of its own that has a real, unlocked GNOME keyring. */
const withKeyring = `#!/bin/sh
exec dbus-run-session -- sh -c '
  printf test | gnome-keyring-daemon --unlock --components=secrets > /dev/null
  exec "$KEYWARD_ELECTRON" --password-store=gnome-libsecret "$@"' sh "$@"
`

test('with a real keychain the keys are wrapped by it, and are not opened without it', async ({
  start,
  profile,
}, testInfo) => {
  test.setTimeout(180_000)
  test.skip(process.platform !== 'linux', 'the keyring of GNOME')
  const wrapper = testInfo.outputPath('electron-with-keyring')
  writeFileSync(wrapper, withKeyring, { mode: 0o755 })
  const home = testInfo.outputPath('home')

  const first = await start({ executable: wrapper, env: { XDG_DATA_HOME: home } })
  await createFirstAdministrator(first.page)
  await first.page.getByRole('link', { name: 'Settings', exact: true }).click()
  await expect(first.page.getByText('GNOME Keyring', { exact: true })).toBeVisible()
  await first.app.close()
  expect(JSON.parse(readFileSync(join(profile, 'keys.json'), 'utf8'))).toMatchObject({
    keptIn: 'gnome_libsecret',
  })

  // The command line opens the keychain as the window does, and without a display.
  const typed = { profile, as: administrator }
  const list = ['users', 'list']
  const listed = await typeCommand(list, {
    ...typed,
    executable: wrapper,
    env: { XDG_DATA_HOME: home },
  })
  expect(listed).toMatchObject({ code: 0, out: expect.stringContaining('Alice Novak') })
  const onNode = await typeCommand(list, { ...typed, program: 'node' })
  expect(onNode).toMatchObject({ code: 6, out: '', err: expect.stringContaining('keychain') })

  const without = await start()
  await expect(without.page.getByRole('alert')).toContainText(/keychain/)
  await without.app.close()

  const again = await start({ executable: wrapper, env: { XDG_DATA_HOME: home } })
  await signIn(again.page, administrator)
  await expect(again.page.getByRole('link', { name: 'Overview' })).toBeVisible()
})
