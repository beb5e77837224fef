import list from '../../resources/common-passwords.txt?raw'
import { isMadeOf, isRepeated, isRun } from './guessable'

let known: Set<string> | undefined

/** Made at the first question; the first line of the file says where it comes from. */
const common = () => (known ??= new Set(list.trimEnd().split('\n').slice(1)))

/**
 * In the offline list, also with digits or marks put behind; or a repetition, a run on the
 * keyboard, or nothing but the words handed in (names) and Keyward's own.
 */
export function isCommonPassword(password: string, words: string[]): boolean {
  const folded = fold(password)
  const stem = folded.replace(/[^\p{L}]+$/u, '')
  return (
    [folded, stem].some(
      (text) => text !== '' && (common().has(text) || isRepeated(text) || isRun(text)),
    ) || isMadeOf(folded, [...words, 'keyward'].flatMap(wordsIn))
  )
}

/** A name and its parts: "Jana Nováková" is also "jana" and "novakova". */
const wordsIn = (name: string): string[] => {
  const folded = fold(name)
  return [folded, ...folded.split(/[^\p{L}\p{N}]+/u)].filter((word) => word.length >= 2)
}

/** Without case and accents. */
const fold = (text: string): string =>
  text.normalize('NFKC').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
