import * as crypto from 'node:crypto'

/** Base64 of the SHA-256; the one-shot function is three times faster where it exists. */
export const sha256: (text: string) => string =
  typeof crypto.hash === 'function'
    ? (text) => crypto.hash('sha256', text, 'base64')
    : (text) => crypto.createHash('sha256').update(text).digest('base64')
