import { accessSync, chmodSync, constants, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StartArguments } from './arguments'
import { makeDemoFolder, removeFolder } from './demo-folder'

/** The folder that holds everything Keyward keeps. */
export type Profile = {
  folder: string
  demo: boolean
  /** Why nothing may be kept there; null where all is well. */
  problem: 'profile_not_writable' | 'profile_not_empty' | null
  /** Where Chromium keeps its own things; a throw-away folder when the profile cannot be used. */
  chromiumFolder: string
  /** Deletes what must not outlive this run. */
  discard(): void
}

/** What a folder may hold to be taken for a profile that Keyward made. */
const ours = ['registry.db', 'gateway.db', 'keys.json', 'window.json', 'logs', 'Chromium']

/** `standard` is Electron's own userData. A demo never gets anything but a fresh folder. */
export function openProfile(given: StartArguments, standard: string): Profile {
  if (given.demo) {
    const folder = makeDemoFolder()
    return { ...usable(folder), demo: true, discard: () => removeFolder(folder) }
  }
  const folder = given.profile ?? standard
  const problem = problemOf(folder)
  if (problem === null) return usable(folder)
  const chromiumFolder = mkdtempSync(join(tmpdir(), 'keyward-window-'))
  return {
    folder,
    demo: false,
    problem,
    chromiumFolder,
    discard: () => removeFolder(chromiumFolder),
  }
}

const usable = (folder: string): Profile => ({
  folder,
  demo: false,
  problem: null,
  chromiumFolder: join(folder, 'Chromium'),
  discard: () => undefined,
})

/** Looked at before anything is changed: a folder with other things in it stays as it is. */
function problemOf(folder: string): Profile['problem'] {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // What systems drop into any folder (`.DS_Store`) makes it nobody's.
    const found = readdirSync(folder).filter((name) => !name.startsWith('.'))
    if (found.length > 0 && !found.some((name) => ours.includes(name))) return 'profile_not_empty'
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    chmodSync(folder, 0o700)
    return null
  } catch {
    return 'profile_not_writable'
  }
}
