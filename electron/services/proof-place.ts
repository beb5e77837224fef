import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Proof } from './proof-file'
import { Refusal } from './refusal'

/** The dialog asked about another file only: what lies beside it is replaced where it is a proof. */
export async function assertFreeForProof(path: string): Promise<void> {
  if ((await proofAt(path)) === 'other') refuse(path)
}

/** The same for a file that an earlier proof there names. */
export async function assertFreeBesideProof(path: string, proofPath: string): Promise<void> {
  if ((await textAt(path)) === null) return
  const proof = await proofAt(proofPath)
  if (proof === null || proof === 'other') refuse(path)
  if (!proof.files.some((file) => file.name === basename(path))) refuse(path)
}

async function proofAt(path: string): Promise<Proof | 'other' | null> {
  const text = await textAt(path)
  if (text === null) return null
  try {
    return Proof.parse(JSON.parse(text))
  } catch {
    return 'other'
  }
}

const textAt = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? null : refuse(path),
  )

function refuse(path: string): never {
  throw new Refusal('proof_in_the_way', undefined, { file: basename(path) })
}
