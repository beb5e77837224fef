import { constants } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { limits } from './limits'

/** PEM texts: the certificate with its intermediates, and its key. */
export type TlsFiles = { cert: string; key: string }

/**
 * TLS 1.3 and 1.2, and of 1.2 only suites with forward secrecy and authenticated encryption. The
 * names of 1.3 are written out because Node turns 1.3 off where a list has none of them.
 */
const suites = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
]

/** Also for `setSecureContext`, which forgets whatever it is not told again. */
export const secureContext = ({ cert, key }: TlsFiles) => ({
  cert,
  key,
  minVersion: 'TLSv1.2' as const,
  ciphers: suites.join(':'),
  honorCipherOrder: true,
  // Electron's TLS library never renegotiates, and has no such option.
  secureOptions: constants.SSL_OP_NO_RENEGOTIATION ?? 0,
})

export const tlsOptions = (files: TlsFiles) => ({
  ...secureContext(files),
  handshakeTimeout: limits.handshakeTimeout,
})

/**
 * Tells browsers to use `https` for this name only, for a year. Never for `localhost`: it would hold
 * for every other program that people open under that name.
 */
export const strictTransport = ({ headers }: IncomingMessage) =>
  /^localhost(?::|$)/i.test(headers.host ?? '') ? {} : { 'strict-transport-security': oneYear }

const oneYear = 'max-age=31536000'
