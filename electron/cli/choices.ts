import type { Options, OptionName } from './options'
import { Stop } from './stop'
import { fill, words } from './words'

/** A whole number that an option was given; undefined where it was not. */
export function numberOf(
  options: Options,
  name: OptionName,
  least: number,
  most: number,
): number | undefined {
  const given = options[name]
  if (given === undefined) return undefined
  const number = /^\d{1,9}$/.test(String(given)) ? Number(given) : NaN
  if (number >= least && number <= most) return number
  const values = { option: `--${name}`, least, most, given: shown(given) }
  throw new Stop('usage', fill(words.usage.notANumber, values))
}

/** One word of a few; undefined where it was not given. */
export function choiceOf<Choice extends string>(
  options: Options,
  name: OptionName,
  choices: readonly Choice[],
): Choice | undefined {
  const given = options[name]
  if (given === undefined) return undefined
  const word = String(given).toLowerCase().replaceAll('-', '_')
  const choice = choices.find((one) => one === word)
  if (choice !== undefined) return choice
  const values = { option: `--${name}`, choices: choices.join(', '), given: shown(given) }
  throw new Stop('usage', fill(words.usage.notAChoice, values))
}

/** What was typed, fit to be shown again: a control character could rewrite the line. */
export const shown = (typed: unknown): string =>
  String(typed)
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '�')
    .slice(0, 120)
