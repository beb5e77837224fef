import { readFile, stat } from 'node:fs/promises'
import type { Anchor } from '../store/registry'
import { readProof, type Proof, type ProofFault } from './proof-file'
import { Refusal } from './refusal'

/** A proof of a million lines is an eighth of it. */
const largestBytes = 256 * 1_048_576

const refusals = {
  not_a_proof: 'proof_unreadable',
  signature_wrong: 'proof_changed',
  other_key: 'proof_of_others',
} as const satisfies Record<ProofFault, unknown>

/** What a proof that this profile signed once knows of its log; null where it was empty. */
export async function anchorInProof(path: string, fingerprint: string) {
  const read = readProof(await contentOf(path), fingerprint)
  if ('fault' in read) throw new Refusal(refusals[read.fault])
  if (read.proof.proves !== 'activity') throw new Refusal('proof_unreadable')
  return { at: Date.parse(read.proof.at), anchor: anchorIn(read.proof) }
}

function anchorIn({ facts }: Proof): Anchor | null {
  const { newestEntry, newestAt, newestMac } = facts
  if (typeof newestEntry !== 'number') return null
  return {
    seq: newestEntry,
    at: Date.parse(String(newestAt)),
    mac: Buffer.from(String(newestMac), 'hex'),
  }
}

async function contentOf(path: string): Promise<unknown> {
  try {
    const { size } = await stat(path)
    if (size > largestBytes) throw new RangeError('too large for a proof')
    return JSON.parse(await readFile(path, 'utf8')) as unknown
  } catch {
    throw new Refusal('proof_unreadable')
  }
}
