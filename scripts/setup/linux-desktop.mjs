// @ts-check
import { existsSync, readdirSync } from 'node:fs'
import { isRoot } from './places.mjs'
import { ask } from './run.mjs'
import { hasProgram, installPackages, packagesFor } from './system-packages.mjs'

/** What an Electron window is linked against, by Debian's names. */
const windowLibraries = [
  ...['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libxtst6'],
  'libatk-bridge2.0-0',
]

/** Xvfb is a display in memory; a human at a real one never needs it. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/**
 * The end-to-end tests read the clipboard from outside and unlock a keychain of their own; the tests
 * of TLS make certificates as people do, and reports are read as a PDF reader has them.
 */
const testPrograms = /** @type {[string, ...string[]][]} */ ([
  ['xclip', 'xclip'],
  ['gnome-keyring-daemon', 'gnome-keyring'],
  ['dbus-run-session', 'dbus-x11'],
  ['dbus-launch', 'dbus-x11'],
  ['openssl', 'openssl'],
  ['pdftotext', 'poppler-utils'],
])

/**
 * On a bare Linux: libraries, a display, fonts. Nothing is asked of the package manager when nothing is missing.
 * @param {string} electron its executable
 * @param {{ forTests: boolean }} purpose
 */
export async function prepareLinuxDesktop(electron, { forTests }) {
  if (process.platform !== 'linux') return
  const missing = [
    ...((await lacksLibraries(electron)) ? windowLibraries : []),
    // Root hands the tests to another user, who has no right to root's display.
    ...(hasDisplay() && !(forTests && isRoot)
      ? []
      : packagesFor([
          ['Xvfb', 'xvfb'],
          ['xvfb-run', 'xvfb'],
          ['xauth', 'xauth'],
        ])),
    ...(hasFonts() ? [] : ['fonts-dejavu-core', 'fonts-liberation']),
    ...(forTests ? packagesFor(testPrograms) : []),
    ...(forTests && !(await hasLibrary('libsecret-1.so.0')) ? ['libsecret-1-0'] : []),
  ]
  await installPackages([...new Set(missing)])
}

async function lacksLibraries(/** @type {string} */ electron) {
  const { stdout } = await ask('ldd', [electron])
  return stdout.includes('not found')
}

async function hasLibrary(/** @type {string} */ name) {
  const { stdout } = await ask(hasProgram('ldconfig') ? 'ldconfig' : '/sbin/ldconfig', ['-p'])
  return stdout.includes(name)
}

/** Without any font a window shows empty boxes for letters. */
function hasFonts() {
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts']
  return folders.some(
    (folder) =>
      existsSync(folder) &&
      readdirSync(folder, { recursive: true }).some((name) =>
        /\.(ttf|otf|ttc)$/i.test(String(name)),
      ),
  )
}
