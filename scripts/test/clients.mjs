// @ts-check
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installDependencies } from '../setup/dependencies.mjs'
import { inForeground } from '../setup/foreground.mjs'
import { toolEnvironment, toolNode, toolScript } from '../setup/node-runtime.mjs'
import { oneAtATime } from '../setup/one-at-a-time.mjs'
import { inProject, projectRoot } from '../setup/places.mjs'
import { mustRun } from '../setup/run.mjs'
import { say } from '../setup/say.mjs'
import { installPackages, packagesFor } from '../setup/system-packages.mjs'
import { countsOf } from './counts.mjs'

const folder = inProject('e2e', 'clients')

/**
 * The programs of the proofs, by Debian's names. Installing a server makes Debian start it where
 * the machine has an init that runs services; elsewhere nothing is left running. The proofs start
 * their own, on free ports and with their own files, and end them.
 */
const programs = /** @type {[string, ...string[]][]} */ ([
  ['curl', 'curl'],
  ['openssl', 'openssl'],
  ['nginx', 'nginx'],
  ['caddy', 'caddy'],
  ['chromium', 'chromium'],
  ['prometheus', 'prometheus'],
  ['python3', 'python3'],
  ['apache2', 'apache2-bin'],
])

/** Debian packages that bring no program of their own, by a file of theirs. */
const parts = /** @type {[string, string][]} */ ([
  ['/usr/lib/apache2/modules/mod_oauth2.so', 'libapache2-mod-oauth2'],
  ['/usr/lib/python3/dist-packages/authlib/__init__.py', 'python3-authlib'],
  ['/usr/lib/python3/dist-packages/requests/__init__.py', 'python3-requests'],
  ['/usr/lib/python3/dist-packages/icalendar/__init__.py', 'python3-icalendar'],
])

/** Installs the programs, and the npm packages that have a lock file of their own. */
export async function prepareClients() {
  await oneAtATime(async () => {
    const missing = parts.filter(([file]) => !existsSync(file)).map(([, name]) => name)
    await installPackages([...packagesFor(programs), ...missing])
    await installDependencies(folder)
  })
  say('Checking the types of the proofs …')
  const args = [toolScript('typescript'), '-p', folder]
  await mustRun('Checking the types', toolNode(), args, { cwd: projectRoot })
}

/** Runs the proofs; each prints one line. */
export async function runClientProofs(/** @type {string[]} */ args) {
  const scratch = mkdtempSync(join(tmpdir(), 'keyward-clients-'))
  const counts = join(scratch, 'counts.json')
  try {
    const exitCode = await inForeground({
      command: toolNode(),
      args: [
        ...[toolScript('vitest'), 'run', '--config', join(folder, 'vitest.config.ts')],
        '--reporter=verbose',
        `--reporter=${inProject('scripts', 'test', 'vitest-counter.ts')}`,
        ...args,
      ],
      cwd: projectRoot,
      env: { ...toolEnvironment(), KEYWARD_COUNTS: counts },
    })
    return countsOf('proofs', counts, exitCode)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
