import type { Seals } from '../crypto/types'
import type { StoredToken } from '../store/gateway-data'
import { sameBytes } from './same-bytes'
import { effectiveExpiry, type KnownToken, type PresentedSecret } from './verify'

/** Of no token: an unknown ID takes the path of a wrong secret. */
const nobodys = { keyNumber: 0, digest: Buffer.alloc(32), secretNumber: 1, oldSecrets: [] }

/**
 * Which of a token's secrets a text has in it, or null. Each is compared in constant time, and all
 * of them always.
 */
export function presentedSecret(
  text: string,
  stored: Pick<StoredToken, 'keyNumber' | 'digest' | 'secretNumber' | 'oldSecrets'> | null,
  seals: Pick<Seals, 'digest'>,
): PresentedSecret | null {
  const { keyNumber, digest, secretNumber, oldSecrets } = stored ?? nobodys
  const digests = new Map<number, Buffer>()
  const digestUnder = (key: number) => {
    const known = digests.get(key) ?? seals.digest(text, key)
    digests.set(key, known)
    return known
  }
  const secrets = [{ number: secretNumber, keyNumber, digest, validUntil: null }, ...oldSecrets]
  const matching = secrets.filter((one) => sameBytes(digestUnder(one.keyNumber), one.digest))
  const [first] = matching
  return first && stored ? { number: first.number, validUntil: first.validUntil } : null
}

/** Until when a call with the presented secret can be allowed; null is without an end. */
export function presentedEnd(
  token: Parameters<typeof effectiveExpiry>[0] & Pick<KnownToken, 'presented'>,
): number | null {
  const { validUntil } = token.presented
  const expiresAt = effectiveExpiry(token)
  if (validUntil === null || expiresAt === null) return validUntil ?? expiresAt
  return Math.min(validUntil, expiresAt)
}
