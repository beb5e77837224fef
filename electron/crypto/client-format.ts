import type { ClientId } from '../contract/id'
import { randomBase62 } from './base62'
import type { ClientFormat, SecretText } from './types'

/**
 * Client id and secret are letters and digits only: programs spell Basic credentials in three ways
 * (form-encoded, percent-encoded, as they are), which for these characters are one.
 */
export const createClientFormat = ({
  randomBytes,
}: {
  randomBytes: (size: number) => Uint8Array
}): ClientFormat => ({
  make: () => ({
    clientId: randomBase62(randomBytes, { bits: 71, length: 12 }) as ClientId,
    secret: randomBase62(randomBytes, { bits: 256, length: 43 }) as SecretText,
  }),
})
