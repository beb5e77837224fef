import { realpath } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { FileChooser } from './csv-file'
import { Refusal } from './refusal'

/** What the profile cannot be without; on two of three systems a name in capitals is the same file. */
const ownNames =
  /^(?:(?:registry|gateway)\.db(?:-wal|-shm)?|keys\.json|window\.json|tables\.json|reminders\.json|activity-anchors\.jsonl)$/i

/**
 * The same dialogs, but nothing is written over a file of Keyward's own: whoever may only look may
 * export too, and an export that replaces the registry would take it away from everybody.
 */
export const sparingOwnFiles = (files: FileChooser, folder: string): FileChooser => ({
  ...files,

  async chooseToWrite(suggestedName) {
    const path = await files.chooseToWrite(suggestedName)
    if (
      path !== null &&
      ownNames.test(basename(path)) &&
      (await isSameFolder(dirname(path), folder))
    )
      throw new Refusal('file_of_keyward')
    return path
  },
})

async function isSameFolder(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => realpath(path).catch(() => path)))
  return a === b
}
