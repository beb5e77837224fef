import { createHash } from 'node:crypto'
import type { Field, FieldType } from '../contract/field'
import type { FieldValue } from '../contract/record'

/**
 * The text under which a value stands in record_unique and record_index. Texts sort as the values
 * do, byte by byte, on every engine; equal values have equal texts.
 */
export function fieldKey({ type }: Pick<Field, 'type'>, value: FieldValue): string {
  return bounded((spelled[type] ?? asIs)(value as never))
}

const asIs = (value: string) => value.normalize('NFC')

const spelled: Partial<Record<FieldType, (value: never) => string>> = {
  boolean: (value: boolean) => (value ? '1' : '0'),
  integer: (value: number) => hex(BigInt(value) + (1n << 63n)),
  number: flipped,
  decimal: decimalKey,
}

const hex = (bits: bigint) => bits.toString(16).padStart(16, '0')

/** IEEE 754 bits sort as numbers do once the sign is flipped, and all bits of the negative ones. */
function flipped(value: number): string {
  // Zero has two spellings and must have one key.
  const bits = new DataView(new ArrayBuffer(8))
  bits.setFloat64(0, value + 0)
  const raw = bits.getBigUint64(0)
  const sign = 1n << 63n
  return hex(raw & sign ? raw ^ ((1n << 64n) - 1n) : raw | sign)
}

const mostDigits = 64

/** Sign, whole digits padded, fraction; digits of negative ones are turned around. */
function decimalKey(value: string): string {
  const isNegative = value.startsWith('-')
  const [whole = '', fraction = ''] = value.replace('-', '').split('.')
  // 1.50 and 1.5 are one amount, however a field's scale spells it.
  const digits = `${whole.padStart(mostDigits, '0')}.${fraction.replace(/0+$/, '')}`
  if (!isNegative || /^[0.]*$/.test(digits)) return `1${digits}`
  return `0${digits.replaceAll(/\d/g, (digit) => String(9 - Number(digit)))}~`
}

const mostBytes = 256

/** A long text keeps its beginning, for the order, and a digest of all of it. */
function bounded(text: string): string {
  if (Buffer.byteLength(text) <= mostBytes) return text
  return `${text.slice(0, 48)}…${createHash('sha256').update(text).digest('hex')}`
}
