import type { IncomingMessage } from 'node:http'
import type { IfVersions } from '../services/records'
import { rawHeader } from './raw-headers'
import { Problem } from './respond'

/** The strong entity tag of a record's version (RFC 9110, section 8.8.3). */
export const entityTag = (version: number) => `"${version}"`

const tag = String.raw`(?:W/)?"[!#-~\x80-\xff]*"`
const tagList = new RegExp(String.raw`^${tag}(?:[ \t]*,[ \t]*${tag})*$`)

type Sent = Pick<IncomingMessage, 'rawHeaders'>

/**
 * The versions that If-Match accepts; null without the header or for `*`. A weak or foreign tag
 * never matches, as strong comparison demands; what is no entity tag is refused.
 */
export const ifMatch = (message: Sent): IfVersions => versionsIn(message, 'if-match', false)

/** What If-None-Match says: nothing, any version at all, or these (compared weakly, as it demands). */
export function ifNoneMatch(message: Sent): 'not_sent' | 'any' | number[] {
  if (rawHeader(message, 'if-none-match').length === 0) return 'not_sent'
  return versionsIn(message, 'if-none-match', true) ?? 'any'
}

/** Whether If-None-Match names this very tag, or any. */
export function isKnownTag(message: Sent, ours: string): boolean {
  const sent = rawHeader(message, 'if-none-match').join(',')
  if (sent === '' || sent === '*') return sent === '*'
  if (!tagList.test(sent)) throw new Problem('invalid-if-match')
  return [...sent.matchAll(/"[^"]*"/g)].some(([one]) => one === ours)
}

function versionsIn(message: Sent, header: string, weakToo: boolean): IfVersions {
  const sent = rawHeader(message, header)
  const value = sent.join(',')
  if (sent.length === 0 || value === '*') return null
  if (!tagList.test(value)) throw new Problem('invalid-if-match')
  return [...value.matchAll(/(W\/)?"([^"]*)"/g)]
    .filter(([, weak, text]) => (weakToo || !weak) && /^[1-9]\d{0,15}$/.test(text!))
    .map(([, , text]) => Number(text))
}
