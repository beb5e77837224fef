import { expect, test } from 'vitest'
import { tones } from './tones'

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string) {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(one: string, other: string) {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

test('every badge can be read in the light and in the dark theme', () => {
  for (const theme of Object.values(tones))
    for (const [tone, { text, background }] of Object.entries(theme))
      expect(contrast(text, background), tone).toBeGreaterThanOrEqual(4.5)
})
