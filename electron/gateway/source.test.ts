import { expect, it } from 'vitest'
import { sourceOf } from './source'

it.each([
  ['192.0.2.9', '192.0.2.9'],
  ['::ffff:192.0.2.9', '192.0.2.9'],
  ['2001:db8::9', '2001:db8::9'],
  ['::1', '::1'],
])('a call from %s is kept as from %s', (ip, source) => expect(sourceOf({ ip })).toBe(source))
