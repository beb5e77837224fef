import type { FailureCode } from '../contract/failure'
import type { Certificate } from '../contract/listening'

/** Why a certificate is no good at this moment; null where it is. */
export function validity({ validFrom, validUntil }: Certificate, now: number): FailureCode | null {
  if (now >= validUntil) return 'certificate_expired'
  return now < validFrom ? 'certificate_not_valid_yet' : null
}
