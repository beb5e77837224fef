import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTokenFormat } from './token-format'

const rule = readFileSync(join(import.meta.dirname, '../../docs/gitleaks.toml'), 'utf8')
const format = createTokenFormat({ randomBytes })
const kinds = ['u', 's', 'x'] as const

// The pattern uses nothing that RE2, which gitleaks has, would read in another way than this does.
const [, pattern = ''] = /^regex = '''(.+)'''$/m.exec(rule) ?? []
const keywords = JSON.parse(/^keywords = (\[.+\])$/m.exec(rule)?.[1] ?? '[]') as string[]
const leastEntropy = Number(/^entropy = (.+)$/m.exec(rule)?.[1])

/** As gitleaks goes about it: a keyword first, then the pattern, then the entropy of the match. */
function found(text: string): string[] {
  if (!keywords.some((keyword) => text.toLowerCase().includes(keyword))) return []
  return [...text.matchAll(new RegExp(pattern, 'g'))]
    .map(([match]) => match)
    .filter((match) => entropyOf(match) > leastEntropy)
}

/** Shannon's, in bits a character. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  return [...counts.values()]
    .map((count) => count / text.length)
    .reduce((sum, share) => sum - share * Math.log2(share), 0)
}

test('the rule for gitleaks finds every token that Keyward makes, whatever stands around it', () => {
  for (const kind of kinds)
    for (let made = 0; made < 1000; made += 1) {
      const { token } = format.make(kind)
      expect(found(`Authorization: Bearer ${token}`)).toEqual([token])
      expect(found(`{"token":"${token}"}`)).toEqual([token])
      expect(found(`https://x/?t=${token}&n=1`)).toEqual([token])
    }
})

test('the rule for gitleaks finds nothing in what only begins like a token', () => {
  const { token } = format.make('s')
  const nearMisses = [
    token.slice(0, -1),
    token.replace('kws_', 'kwa_'),
    token.replace('kws_', 'kws-'),
    `${token.slice(0, 10)}-${token.slice(11)}`,
    `${token.slice(0, 40)} ${token.slice(40)}`,
    `kws_${token.slice(4, 16)}`,
    `kwu_${'x'.repeat(12)}_${'x'.repeat(49)}`,
    'kwu_, kws_ and kwx_ are the prefixes',
  ]
  for (const text of nearMisses) expect(found(text), text).toEqual([])
})

test('the rule for gitleaks uses no more of the language of patterns than RE2 has', () => {
  expect(pattern).toMatch(/^[A-Za-z0-9_[\]{}-]+$/)
})
