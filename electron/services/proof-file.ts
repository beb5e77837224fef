import { createHash, createPublicKey, verify } from 'node:crypto'
import * as z from 'zod'
import type { Signing } from '../crypto/types'
import { canonicalJson } from './canonical-json'

/** `facts` is what the proof says beside the files; what it says is signed as they are. */
const Signed = z.object({
  format: z.literal('keyward-proof'),
  version: z.literal(1),
  proves: z.enum(['activity', 'access_review']),
  /** ISO 8601, by the clock of the machine that made it. */
  at: z.iso.datetime(),
  files: z.array(
    z.object({
      name: z.string(),
      bytes: z.number().int(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  facts: z.record(z.string(), z.union([z.string(), z.number().int(), z.boolean(), z.null()])),
  /** PEM. */
  publicKey: z.string(),
  fingerprint: z.string(),
})

/** A small file beside others that shows who wrote them and that nobody changed them since. */
export const Proof = Signed.extend({ signature: z.base64() })
export type Proof = z.output<typeof Proof>
export type ProvenFile = Proof['files'][number]

export function makeProof({
  signing,
  at,
  ...what
}: Pick<Proof, 'proves' | 'files' | 'facts'> & { at: number; signing: Signing }): Proof {
  const signed: z.output<typeof Signed> = {
    format: 'keyward-proof',
    version: 1,
    ...what,
    at: new Date(at).toISOString(),
    publicKey: signing.publicKey(),
    fingerprint: signing.fingerprint(),
  }
  return { ...signed, signature: signing.sign(bytesOf(signed)) }
}

export type ProofFault =
  /** No JSON, no proof of Keyward's, or one of a later version. */
  | 'not_a_proof'
  /** Something in it was changed after it was signed. */
  | 'signature_wrong'
  /** It is in order, and by another key than expected. */
  | 'other_key'

/**
 * Whoever can write a file can sign it with a key of one's own: only the fingerprint, known from
 * elsewhere, tells whose proof it is.
 */
export function readProof(
  content: unknown,
  expectedFingerprint?: string,
): { proof: Proof } | { fault: ProofFault } {
  const read = Proof.safeParse(content)
  if (!read.success) return { fault: 'not_a_proof' }
  const proof = read.data
  if (!isSigned(proof)) return { fault: 'signature_wrong' }
  if (expectedFingerprint !== undefined && !isSame(proof.fingerprint, expectedFingerprint))
    return { fault: 'other_key' }
  return { proof }
}

function isSigned({ signature, ...rest }: Proof): boolean {
  try {
    const key = createPublicKey(rest.publicKey)
    const der = key.export({ format: 'der', type: 'spki' })
    return (
      key.asymmetricKeyType === 'ed25519' &&
      isSame(createHash('sha256').update(der).digest('hex'), rest.fingerprint) &&
      verify(null, bytesOf(Signed.parse(rest)), key, Buffer.from(signature, 'base64'))
    )
  } catch {
    // A key that is none.
    return false
  }
}

const bytesOf = (signed: z.output<typeof Signed>) => Buffer.from(canonicalJson(signed), 'utf8')

/** With or without colons, in any case: it is often typed or read aloud. */
const isSame = (one: string, other: string) => bare(one) === bare(other)
const bare = (fingerprint: string) => fingerprint.replaceAll(/[^0-9a-f]/gi, '').toLowerCase()
