import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const prefix = 'keyward-demo-'
const ownerFile = 'owner'

/** A fresh folder for a demo. Those of demos that were killed before they could tidy up go first. */
export function makeDemoFolder(parent = tmpdir()): string {
  for (const name of readdirSync(parent).filter((one) => one.startsWith(prefix)))
    if (isOrphan(join(parent, name))) removeFolder(join(parent, name))
  const folder = mkdtempSync(join(parent, prefix))
  writeFileSync(join(folder, ownerFile), String(process.pid), { mode: 0o600 })
  return folder
}

export function removeFolder(folder: string) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  } catch {
    // Another user's, or still in use: the system clears its temporary folder in the end.
  }
}

/** Whether the process that made it is gone. One that says nothing of its maker is left alone. */
function isOrphan(folder: string): boolean {
  try {
    process.kill(Number(readFileSync(join(folder, ownerFile), 'utf8')), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
