// @ts-check
import { ask } from './run.mjs'
import { PlainProblem } from './say.mjs'

/**
 * @typedef {object} ElectronDescription
 * @property {string} executable
 * @property {string} version
 * @property {string} chrome
 * @property {string} node
 * @property {number} nodeApi
 */

/**
 * Asks an Electron what it is.
 * @param {string} executable
 * @returns {Promise<ElectronDescription>}
 */
export async function describeElectron(executable) {
  const { stdout, stderr } = await ask(executable, ['-p', 'JSON.stringify(process.versions)'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  })
  if (!stdout.startsWith('{'))
    throw new PlainProblem(`Electron at ${executable} does not start. ${stderr}`)
  const { electron, chrome, node, napi } = JSON.parse(stdout)
  return { executable, version: electron, chrome, node, nodeApi: Number(napi) }
}
