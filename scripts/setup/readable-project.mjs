// @ts-check
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cacheRoot, inProject, projectRoot } from './places.mjs'
import { ask, mustRun } from './run.mjs'
import { say } from './say.mjs'

/** What the tests and the app need of the project. */
const parts = [
  ...['out', 'node_modules', 'e2e', 'electron', 'resources', 'scripts', 'package.json'],
  ...['playwright.config.ts', 'tsconfig.json', 'tsconfig.base.json', 'tsconfig.e2e.json'],
]

/**
 * The project where another user can read it: in place, or else (a clone in /root, say) in a copy, whose
 * files are links to the same data where that is enough.
 * @param {import('./ordinary-user.mjs').OrdinaryUser} user
 */
export async function readableProject(user) {
  if (await canRead(user, projectRoot)) return { root: projectRoot, discard: () => {} }
  say(`${user.name} cannot read this folder; making a copy for the tests …`)
  const root = join(cacheRoot, `copy-for-tests-${process.pid}`)
  const discard = () => rmSync(root, { recursive: true, force: true })
  process.once('exit', discard)
  await copy(root, '-al')
  if (!(await canRead(user, root))) {
    // The files themselves are closed, and a link to a file has the rights of the file.
    discard()
    await copy(root, '-a')
    await mustRun('Opening the copy', 'chmod', ['-R', 'a+rX', root])
  }
  return { root, discard }
}

async function copy(/** @type {string} */ root, /** @type {'-al' | '-a'} */ how) {
  await mustRun('Copying the project', 'mkdir', ['-p', '-m', '755', root])
  const present = parts.map((part) => inProject(part)).filter((path) => existsSync(path))
  const linked = await ask('cp', [how, '--', ...present, root])
  // Links cannot cross from one disk to another.
  if (linked.code !== 0) await mustRun('Copying the project', 'cp', ['-a', '--', ...present, root])
}

/** Asks as that user; the first few levels tell, since npm and git make all the rest alike. */
async function canRead(
  /** @type {import('./ordinary-user.mjs').OrdinaryUser} */ user,
  /** @type {string} */ root,
) {
  const [command = '', ...args] = [
    ...user.prefix,
    ...['find', ...parts.map((part) => join(root, part)), '-maxdepth', '3'],
    ...['(', '-type', 'f', '-o', '-type', 'd', ')', '!', '-readable', '-print', '-quit'],
  ]
  const { stdout, stderr } = await ask(command, args, {
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C' },
  })
  const unreadable = stderr.split('\n').some((line) => /denied/i.test(line))
  return stdout === '' && !unreadable
}
