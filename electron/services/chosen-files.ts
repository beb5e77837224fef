import { basename } from 'node:path'

/** Files by an id that the window may hold: it never sees a path, nor can it name one. */
export function createChosenFiles() {
  const paths: string[] = []
  return {
    add(path: string): { id: string; name: string } {
      if (!paths.includes(path)) paths.push(path)
      return { id: `file-${paths.indexOf(path)}`, name: basename(path) }
    },
    pathOf: (id: string): string | null =>
      paths.find((_path, index) => id === `file-${index}`) ?? null,
  }
}
