import { accessSync, chmodSync, constants, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StartArguments } from './arguments'

/** The folder that holds everything Keyward keeps. */
export type Profile = {
  folder: string
  demo: boolean
  writable: boolean
  /** Where Chromium keeps its own things; a throw-away folder when the profile is not writable. */
  chromiumFolder: string
  /** Deletes what must not outlive this run. */
  discard(): void
}

/** `standard` is Electron's own userData. A demo never gets anything but a fresh folder. */
export function openProfile(given: StartArguments, standard: string): Profile {
  if (given.demo) return demoProfile()
  const folder = given.profile ?? standard
  if (isWritable(folder))
    return { ...base(folder), writable: true, chromiumFolder: join(folder, 'Chromium') }
  const chromiumFolder = mkdtempSync(join(tmpdir(), 'keyward-window-'))
  return { ...base(folder), chromiumFolder, discard: () => remove(chromiumFolder) }
}

const base = (folder: string): Profile => ({
  folder,
  demo: false,
  writable: false,
  chromiumFolder: '',
  discard: () => undefined,
})

function demoProfile(): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-demo-'))
  return {
    folder,
    demo: true,
    writable: true,
    chromiumFolder: join(folder, 'Chromium'),
    discard: () => remove(folder),
  }
}

function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    chmodSync(folder, 0o700)
    return true
  } catch {
    return false
  }
}

const remove = (folder: string) =>
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
