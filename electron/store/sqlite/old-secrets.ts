import type { OldSecret } from '../registry'

/** From `[[number, key number, digest in hex, valid until], ...]`, in the order of their numbers. */
export const oldSecretsFrom = (json: string): OldSecret[] =>
  (JSON.parse(json) as [number, number, string, number][])
    .map(([number, keyNumber, digest, validUntil]) => ({
      number,
      keyNumber,
      digest: Buffer.from(digest, 'hex'),
      validUntil,
    }))
    .toSorted((a, b) => a.number - b.number)
