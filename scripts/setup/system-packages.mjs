// @ts-check
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { isRoot } from './places.mjs'
import { ask, mustRun } from './run.mjs'
import { PlainProblem, say } from './say.mjs'

/** Whether a program is there to be called. */
export function hasProgram(/** @type {string} */ name) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return [...folders, '/usr/bin', '/usr/sbin'].some((folder) => isExecutable(join(folder, name)))
}

/**
 * Makes sure that programs are installed.
 * @param {[program: string, ...debianPackages: string[]][]} programs
 */
export const needPrograms = (programs) => installPackages(packagesFor(programs))

/** @param {[program: string, ...debianPackages: string[]][]} programs */
export const packagesFor = (programs) =>
  programs.filter(([program]) => !hasProgram(program)).flatMap(([, ...packages]) => packages)

/**
 * Installs Debian packages as root; anybody else is told the one command that does it.
 * @param {string[]} packages
 */
export async function installPackages(packages) {
  if (packages.length === 0) return
  if (!hasProgram('apt-get'))
    throw new PlainProblem(
      'Some system packages are missing. Please install what your system calls these (the names are ' +
        `Debian's) and run this again: ${packages.join(' ')}`,
    )
  if (!isRoot) throw new PlainProblem(await commandForThem(packages))
  say(`Installing system packages: ${packages.join(' ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await mustRun('Refreshing the list of packages', 'apt-get', ['update', '-qq'], { env })
  const names = await Promise.all(packages.map(nameHere))
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...names]
  await mustRun('Installing system packages', 'apt-get', args, { env })
}

async function commandForThem(/** @type {string[]} */ packages) {
  const names = await Promise.all(packages.map(nameHere))
  return (
    'Some system packages are missing. Please run this, and then start again:\n' +
    `  sudo apt-get install -y --no-install-recommends ${names.join(' ')}`
  )
}

/** Newer Debian and Ubuntu renamed some libraries when time became 64 bits wide. */
async function nameHere(/** @type {string} */ name) {
  if (!name.startsWith('lib')) return name
  const renamed = `${name}t64`
  const { stdout } = await ask('apt-cache', ['policy', renamed])
  return /Candidate: (?!\(none\))/.test(stdout) ? renamed : name
}

function isExecutable(/** @type {string} */ path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
