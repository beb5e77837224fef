import { join } from 'node:path'
import { app, BrowserWindow, safeStorage, session } from 'electron'
import { ArgumentError, readArguments, type StartArguments } from './arguments'
import { clock, clockOffset } from './clock'
import { composeDesktop, type Keyward } from './compose'
import { composeBroken } from './compose-broken'
import { runHeadless } from './headless'
import { openLog } from './log'
import { quitInOrder } from './quit-in-order'
import { openProfile, type Profile } from './profile'
import { typedCommand } from './typed-command'
import { registerAppScheme, serveApp } from './window/app-protocol'
import { bringToFront } from './window/front'
import { hideOnClose } from './window/hide-on-close'
import { openMainWindow } from './window/main-window'
import { setApplicationMenu } from './window/menu'
import { guardNavigation } from './window/navigation-guard'
import { iconFile, preloadFile, windowFolder } from './window/places'

app.setName('Keyward')
// Chromium has no sandbox for root, who must say --no-sandbox; forced on, no window would open.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

const typed = typedCommand(process.argv, app.isPackaged)
if (typed === null) openWindow()
else await runCommand(typed)

/** For scripts and support; it may run beside the window. */
async function runCommand(command: string[]) {
  const standardFolder = app.getPath('userData')
  if (process.platform === 'win32') {
    const profile = readArguments(command, process.cwd()).profile ?? standardFolder
    app.setPath('userData', join(profile, 'Chromium'))
  }
  return runHeadless(command, async () => {
    const { performCommand } = await import('./compose-cli')
    return performCommand({
      typed: command,
      version: app.getVersion(),
      standardFolder,
      clockOffsetMs: clockOffset(process.env, app.isPackaged),
      safeStorage,
    })
  })
}

function openWindow() {
  registerAppScheme()
  const given = readOrExplain()
  if (given !== null) begin(openProfile(given, app.getPath('userData')), given)
}

function readOrExplain(): StartArguments | null {
  try {
    return readArguments(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd())
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error
    console.error(error.message)
    app.exit(2)
    return null
  }
}

/** Two Keywards must never write one profile, so the lock comes before anything is opened. */
function begin(profile: Profile, { port }: StartArguments) {
  app.setPath('userData', profile.chromiumFolder)
  app.setPath('sessionData', profile.chromiumFolder)
  if (!app.requestSingleInstanceLock()) {
    console.log('Keyward is already running on this profile; its window was brought to the front.')
    app.exit(0)
    return
  }
  app
    .whenReady()
    .then(() => run(profile, port))
    .catch((error: unknown) => {
      console.error('Keyward could not open its window.', error)
      app.exit(1)
    })
}

async function run(profile: Profile, portOverride: number | null) {
  const offset = clockOffset(process.env, app.isPackaged)
  const log = openLog(profile.problem === null ? profile.folder : null)
  log.info({ version: app.getVersion(), electron: process.versions.electron }, 'start')
  const windows = () => BrowserWindow.getAllWindows().map((window) => window.webContents)
  let keyward: Keyward | null = null
  try {
    keyward = await composeDesktop({
      profile,
      portOverride,
      wall: clock(offset),
      clockOffsetMs: offset,
      windows,
      log,
    })
  } catch (error) {
    composeBroken(error, windows, log)
  }
  quitInOrder(async () => {
    await keyward?.close()
    log.info({}, 'stop')
  })
  app.on('quit', () => profile.discard())

  // In memory: nothing a page could keep outlives the window.
  const windowSession = session.fromPartition('keyward', { cache: false })
  serveApp(windowSession, windowFolder)
  guardNavigation(app, windowSession)
  setApplicationMenu('Keyward', process.platform === 'darwin')

  app.on('second-instance', () => void bringToFront())
  app.on('activate', () => void bringToFront())
  const window = await openMainWindow({
    session: windowSession,
    preload: preloadFile,
    icon: iconFile,
    stateFolder: profile.problem === null ? profile.folder : null,
    title: profile.demo ? 'Keyward (demo)' : 'Keyward',
  })
  if (keyward !== null) hideOnClose(window, keyward.closing)
}
