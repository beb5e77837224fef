// @ts-check
import { assembleElectron, assembledElectron, canAssembleElectron } from './assembled-electron.mjs'
import { downloadOfficialElectron, officialElectron } from './official-electron.mjs'
import { PlainProblem, say } from './say.mjs'
import { existsSync } from 'node:fs'
import { fromCaller } from './places.mjs'

/**
 * The Electron to run: a chosen one, the official one, or an assembled one. An assembled one that is in the
 * cache also remembers that the download host was out of reach; delete it to have the download tried again.
 * @returns {Promise<string>} the path of the executable
 */
export async function findOrInstallElectron() {
  return (
    chosenElectron() ??
    officialElectron() ??
    assembledElectron() ??
    (await downloadOfficialElectron()) ??
    (await assembleInstead())
  )
}

function chosenElectron() {
  const chosen = process.env.KEYWARD_ELECTRON
  if (!chosen) return undefined
  const executable = fromCaller(chosen)
  if (!existsSync(executable))
    throw new PlainProblem(`KEYWARD_ELECTRON names ${executable}, and there is no such file.`)
  return executable
}

async function assembleInstead() {
  if (!canAssembleElectron)
    throw new PlainProblem(
      'Electron could not be downloaded from github.com. Please check the network (or set ELECTRON_MIRROR ' +
        'to a mirror that you can reach) and run this again.',
    )
  say("Electron's download host (github.com) cannot be reached from here.")
  return assembleElectron()
}
