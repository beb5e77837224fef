import type { IncomingMessage } from 'node:http'
import type { IfVersions } from '../services/records'
import { rawHeader } from './raw-headers'
import { Problem } from './respond'

/** The strong entity tag of a record's version (RFC 9110, section 8.8.3). */
export const entityTag = (version: number) => `"${version}"`

const tag = String.raw`(?:W/)?"[!#-~\x80-\xff]*"`
const tagList = new RegExp(String.raw`^${tag}(?:[ \t]*,[ \t]*${tag})*$`)

/**
 * The versions that If-Match accepts; null without the header or for `*`. A weak or foreign tag
 * never matches, as strong comparison demands; what is no entity tag is refused.
 */
export function ifMatch(message: Pick<IncomingMessage, 'rawHeaders'>): IfVersions {
  const sent = rawHeader(message, 'if-match')
  const value = sent.join(',')
  if (sent.length === 0 || value === '*') return null
  if (!tagList.test(value)) throw new Problem('invalid-if-match')
  return [...value.matchAll(/(W\/)?"([^"]*)"/g)]
    .filter(([, weak, text]) => weak === undefined && /^[1-9]\d{0,15}$/.test(text!))
    .map(([, , text]) => Number(text))
}
