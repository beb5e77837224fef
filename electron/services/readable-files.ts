import type { Dirent } from 'node:fs'
import { lstat, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** What lies under a path: a file to read, a link that is not followed, or what can't be read. */
export type Listed =
  | { is: 'file'; path: string; shown: string; bytes: number }
  | { is: 'link' }
  | { is: 'not_readable'; shown: string }

/**
 * Every plain file under the chosen paths, one at a time, however many there are. A chosen link is
 * followed, one inside a folder is not: it may lead in a circle. Pipes and devices have no end.
 */
export async function* readableFiles(paths: string[]): AsyncGenerator<Listed> {
  for (const path of paths) {
    const chosen = await stat(path).catch(() => null)
    // What a root folder is called is nothing.
    const shown = basename(path) || path
    if (chosen === null) yield { is: 'not_readable', shown }
    else if (chosen.isDirectory()) yield* within(path, shown)
    else if (chosen.isFile()) yield { is: 'file', path, shown, bytes: chosen.size }
    else yield { is: 'not_readable', shown }
  }
}

async function* within(root: string, shownRoot: string): AsyncGenerator<Listed> {
  const folders = [{ path: root, shown: shownRoot }]
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    let entries: Dirent[]
    try {
      entries = await readdir(folder.path, { withFileTypes: true })
    } catch {
      yield { is: 'not_readable', shown: folder.shown }
      continue
    }
    for (const entry of entries) {
      const path = join(folder.path, entry.name)
      const shown = `${folder.shown}/${entry.name}`
      if (entry.isDirectory()) folders.push({ path, shown })
      else if (entry.isSymbolicLink()) yield { is: 'link' }
      else if (entry.isFile()) {
        const found = await lstat(path).catch(() => null)
        if (found === null) yield { is: 'not_readable', shown }
        else yield { is: 'file', path, shown, bytes: found.size }
      }
    }
  }
}
