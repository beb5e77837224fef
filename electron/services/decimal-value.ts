import type { CheckedValue } from './field-value'

export const mostDecimalCharacters = 64
export const decimalGrammar = /^(-?)(\d+)(?:\.(\d+))?$/

/**
 * Without a scale `012.50` is kept as `12.5`, `-0` as `0`: equal amounts are equal texts. With one
 * it is kept with exactly that many digits behind the point, and more than those are refused.
 */
export function readDecimal(text: string, scale?: number): CheckedValue {
  // Before any pattern: nobody is to pay for matching a megabyte of digits.
  if (text.length > mostDecimalCharacters)
    return {
      code: 'format',
      detail: `This field takes at most ${mostDecimalCharacters} characters.`,
    }
  const match = decimalGrammar.exec(text)
  if (!match)
    return {
      code: 'format',
      detail: 'This field takes a decimal number in a JSON string, like "12.5".',
    }
  const whole = match[2]!.replace(/^0+(?=\d)/, '')
  const significant = (match[3] ?? '').replace(/0+$/, '')
  if (scale !== undefined && significant.length > scale)
    return {
      code: 'too_many_digits',
      detail: `This field takes at most ${scale} digits behind the point.`,
    }
  const fraction = significant.padEnd(scale ?? 0, '0')
  const size = fraction === '' ? whole : `${whole}.${fraction}`
  return { value: /[1-9]/.test(size) ? match[1]! + size : size }
}

/** Below 0, 0 or above, like a subtraction; both as `readDecimal` keeps them. */
export function compareDecimals(a: string, b: string): number {
  const [scaledA, scaledB] = [a, b].map(scaled)
  return scaledA! < scaledB! ? -1 : scaledA! > scaledB! ? 1 : 0
}

function scaled(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.')
  return BigInt(whole + fraction.padEnd(mostDecimalCharacters, '0'))
}
