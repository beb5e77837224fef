import { crc32 } from 'node:zlib'
import type { TokenId } from '../contract/id'
import type { TokenKind } from '../store/registry'
import { randomBase62, toBase62 } from './base62'
import type { InspectedText, SecretText, TokenFormat } from './types'

/*
 * kw<kind>_<id:12>_<secret:43><crc:6>     66 characters of [0-9A-Za-z_]: one double-click takes all
 * kind    u person, s service account, x demo data
 * id      71 random bits, public
 * secret  256 random bits
 * crc     CRC-32 of everything before it: typing errors end here; it is no security check
 */
const shape = /^kw([usx])_([0-9A-Za-z]{12})_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/
const length = 66
const idBits = 71
const secretBits = 256

// 12 and 43 digits can spell numbers that are never made; a text with such a one is none of ours.
const largestId = toBase62(2n ** BigInt(idBits) - 1n, 12)
const largestSecret = toBase62(2n ** BigInt(secretBits) - 1n, 43)

/** `randomBytes` is node's, or a test's. */
export function createTokenFormat({
  randomBytes,
}: {
  randomBytes: (size: number) => Uint8Array
}): TokenFormat {
  function remake(kind: TokenKind, tokenId: TokenId) {
    const secret = randomBase62(randomBytes, { bits: secretBits, length: 43 })
    const unchecked = `kw${kind}_${tokenId}_${secret}`
    return (unchecked + checksum(unchecked)) as SecretText
  }
  return {
    inspect: inspectText,
    parse,
    make(kind: TokenKind) {
      const tokenId = randomBase62(randomBytes, { bits: idBits, length: 12 }) as TokenId
      return { token: remake(kind, tokenId), tokenId }
    },
    remake,
  }
}

function parse(text: string) {
  if (text.length !== length) return null
  const [, kind, id, secret, crc] = shape.exec(text) ?? []
  if (!kind || !id || !secret || !crc) return null
  if (id > largestId || secret > largestSecret) return null
  if (checksum(text.slice(0, -crc.length)) !== crc) return null
  return { kind: kind as TokenKind, tokenId: id as TokenId }
}

const pasted = /kw[usx]_[^\s"'`<>,;]*/
const idAlone = /^[0-9A-Za-z]{12}$/

/** A header, a line of a script or of an .env file may stand around the token. */
function inspectText(text: string): InspectedText {
  const trimmed = text.trim().replaceAll(/^["'`]+|["'`]+$/g, '')
  if (idAlone.test(trimmed)) return { is: 'id', tokenId: trimmed as TokenId }
  const token = pasted.exec(trimmed)?.[0]
  if (token === undefined) return { is: 'not_ours' }
  const foreign = [...token].findIndex((character) => !/[0-9A-Za-z_]/.test(character))
  if (foreign >= 0) return { is: 'wrong_character', position: foreign + 1 }
  const parsed = parse(token)
  if (parsed) return { is: 'token', token, tokenId: parsed.tokenId }
  return token.length < length
    ? { is: 'cut_off', characters: token.length, of: length }
    : { is: 'typing_error' }
}

const checksum = (text: string) => toBase62(BigInt(crc32(text)), 6)
