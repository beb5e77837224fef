import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { readProof, type Proof, type ProofFault, type ProvenFile } from './proof-file'

export type ProvenFiles =
  | { is: 'genuine'; proof: Proof }
  | { is: ProofFault }
  /** None of the given files is the one that the proof names so. */
  | { is: 'file_changed' | 'file_missing'; name: string }

/** Needs the files and the proof, and no profile: a file may have been renamed meanwhile. */
export async function verifyProofFiles(given: {
  proofPath: string
  paths: string[]
  expectedFingerprint?: string
}): Promise<ProvenFiles> {
  const read = readProof(await jsonIn(given.proofPath), given.expectedFingerprint)
  if ('fault' in read) return { is: read.fault }
  const found = await Promise.all(given.paths.map(provenFile))
  for (const { name, sha256 } of read.proof.files) {
    if (found.some((file) => file.sha256 === sha256)) continue
    return { is: found.some((file) => file.name === name) ? 'file_changed' : 'file_missing', name }
  }
  return { is: 'genuine', proof: read.proof }
}

/** The same with the files that lie beside the proof, under the names that it has for them. */
export async function verifyBesideProof(given: {
  proofPath: string
  expectedFingerprint?: string
}): Promise<ProvenFiles> {
  const read = readProof(await jsonIn(given.proofPath), given.expectedFingerprint)
  if ('fault' in read) return { is: read.fault }
  const beside = read.proof.files.map(({ name }) => join(dirname(given.proofPath), basename(name)))
  return verifyProofFiles({ ...given, paths: beside.filter((path) => existsSync(path)) })
}

export async function provenFile(path: string): Promise<ProvenFile> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const some of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(some)
    bytes += some.length
  }
  return { name: basename(path), bytes, sha256: hash.digest('hex') }
}

async function jsonIn(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
