import type { FieldType } from '../../../electron/contract/field'
import type { FieldValue } from '../../../electron/contract/record'
import { dayWords } from '../../ui/moments'

type Words = { yes: string; no: string; notSet: string; bytes: (count: number) => string }

/**
 * A stored value as people read it. Decimals stay exactly as they are kept: a number could not
 * hold them all. What does not fit its type (old data) is shown as it is, and of bytes only how many there are.
 */
export function fieldWords(value: FieldValue, type: FieldType, words: Words): string {
  if (value === null) return words.notSet
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return value.toLocaleString('en-GB')
  if (typeof value !== 'string') return JSON.stringify(value)
  if (type === 'bytes') return words.bytes(bytesIn(value))
  const moment = type === 'date' || type === 'datetime' ? Date.parse(value) : Number.NaN
  if (Number.isNaN(moment)) return value
  return type === 'date' ? dayWords(moment, 'utc') : dayAndTime.format(moment)
}

/** How many bytes a base64 text stands for. */
const bytesIn = (base64: string) => (base64.length / 4) * 3 - (/=*$/.exec(base64)?.[0].length ?? 0)

const dayAndTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
