import type { IncomingMessage } from 'node:http'
import type { IfVersions } from '../services/records'
import { rawHeader } from './raw-headers'

/** The strong entity tag of a record's version (RFC 9110, section 8.8.3). */
export const entityTag = (version: number) => `"${version}"`

/**
 * The versions that If-Match accepts; null without the header or for `*`. A weak or foreign tag
 * never matches, as strong comparison demands.
 */
export function ifMatch(message: Pick<IncomingMessage, 'rawHeaders'>): IfVersions {
  const tags = rawHeader(message, 'if-match').flatMap((value) => value.split(','))
  if (tags.length === 0 || tags.some((tag) => tag.trim() === '*')) return null
  return tags
    .map((tag) => /^"([1-9]\d{0,15})"$/.exec(tag.trim())?.[1])
    .filter((version) => version !== undefined)
    .map(Number)
}
