import type { Failure, FailureCode, FailureDetail } from '../contract/failure'
import cli from '../../resources/locales/en/cli.json'
import common from '../../resources/locales/en/common.json'
import failures from '../../resources/locales/en/failures.json'
import fields from '../../resources/locales/en/fields.json'

export const words = cli
export const commonWords = common

/** A code without a sentence does not compile here. */
const sentences: Record<FailureCode, string> = failures

/** The catalogue writes `{{seconds}}` where a value belongs, and `{{rows, number}}` for a long one. */
export const fill = (sentence: string, values: FailureDetail): string =>
  sentence.replaceAll(/\{\{(\w+)(, number)?\}\}/g, (_, name: string, isNumber?: string) => {
    const value = values[name] ?? ''
    return isNumber ? Number(value).toLocaleString('en') : String(value)
  })

/** The window's sentence, and what is wrong with the one input that is to blame. */
export function failureSentence({ code, detail = {} }: Failure): string {
  const sentence = fill(sentences[code], detail)
  const { problem } = detail
  if (code !== 'invalid_input' || typeof problem !== 'string') return sentence
  const why = (fields as Record<string, string>)[problem]
  return why === undefined ? words.usage.notAccepted : fill(why, { longest: 120 })
}
