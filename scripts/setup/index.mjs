// @ts-check
import { build, buildWhenStale } from './bundle.mjs'
import { installDependencies } from './dependencies.mjs'
import { describeElectron } from './describe-electron.mjs'
import { findOrInstallElectron } from './electron-runtime.mjs'
import { prepareLinuxDesktop } from './linux-desktop.mjs'
import { prepareDriver } from './native-module.mjs'
import { oneAtATime } from './one-at-a-time.mjs'

/** @typedef {{ forTests?: boolean, buildAnyway?: boolean }} Purpose */

/** What the tools need, and no more. */
export const setUpTools = () => oneAtATime(() => installDependencies())

/** Everything that the app needs to run, but for its own build. */
export const setUp = (/** @type {Purpose} */ purpose = {}) => oneAtATime(() => everything(purpose))

/** Everything, and the app built from the sources as they are. */
export const setUpAndBuild = (/** @type {Purpose} */ purpose = {}) =>
  oneAtATime(async () => {
    const electron = await everything(purpose)
    await (purpose.buildAnyway ? build : buildWhenStale)(electron.executable)
    return electron
  })

async function everything(/** @type {Purpose} */ { forTests = false }) {
  await installDependencies()
  const executable = await findOrInstallElectron()
  await prepareLinuxDesktop(executable, { forTests })
  const electron = await describeElectron(executable)
  await prepareDriver(electron)
  return electron
}
