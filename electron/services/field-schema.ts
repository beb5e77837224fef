import type { Field, FieldType } from '../contract/field'
import { decimalGrammar, mostDecimalCharacters } from './decimal-value'
import { emailGrammar, longest, refGrammar } from './field-value'

/** A schema of JSON Schema 2020-12. */
export type JsonSchema = { [keyword: string]: unknown }

const mostInteger = Number.MAX_SAFE_INTEGER

/**
 * What a value of each type looks like. Never narrower than what is taken: `format` stands only
 * where everything taken has it, for there are programs that check by it.
 */
const ofType: Record<FieldType, (field: Field) => JsonSchema> = {
  string: () => ({ type: 'string' }),
  text: () => ({ type: 'string' }),
  integer: () => ({
    type: 'integer',
    format: 'int64',
    minimum: -mostInteger,
    maximum: mostInteger,
  }),
  number: () => ({ type: 'number', format: 'double' }),
  decimal: ({ scale }) => ({ type: 'string', pattern: decimalPattern(scale) }),
  boolean: () => ({ type: 'boolean' }),
  date: () => ({ type: 'string', format: 'date' }),
  datetime: () => ({ type: 'string', format: 'date-time' }),
  uuid: () => ({ type: 'string', format: 'uuid' }),
  email: () => ({ type: 'string', pattern: emailGrammar.source, maxLength: longest.email }),
  url: () => ({ type: 'string', pattern: '^[Hh][Tt][Tt][Pp][Ss]?://', maxLength: longest.url }),
  enum: ({ values = [] }) => ({ type: 'string', enum: values }),
  json: () => ({
    type: ['object', 'array', 'string', 'number', 'boolean'],
    additionalProperties: true,
    items: {},
  }),
  bytes: () => ({
    type: 'string',
    contentEncoding: 'base64',
    pattern: '^[A-Za-z0-9+/]*={0,2}$',
  }),
  ref: () => ({ type: 'string', pattern: refGrammar.source }),
}

/** A value of the field, apart from its limits: what lists may be filtered by. */
export const valueSchema = (field: Field): JsonSchema => ofType[field.type](field)

/** A value that the field takes and gives back, limits included. */
export function fieldSchema(field: Field): JsonSchema {
  return { ...valueSchema(field), ...numberLimits(field), ...lengthLimits(field) }
}

/** As it is sent: what is kept with its full scale may be longer. */
export function sentSchema(field: Field): JsonSchema {
  const schema = fieldSchema(field)
  const { default: usual } = field
  return {
    ...schema,
    ...(field.type === 'decimal' && { maxLength: mostDecimalCharacters }),
    ...(usual !== undefined && { default: usual }),
  }
}

/** The same, or null: an optional field that is null is one that is not there. */
export function orNull(schema: JsonSchema): JsonSchema {
  const { type, enum: values } = schema
  return {
    ...schema,
    type: [type, 'null'].flat(),
    ...(Array.isArray(values) && { enum: [...(values as unknown[]), null] }),
  }
}

/** More digits behind the point than the scale has are taken where they are zeros. */
const decimalPattern = (scale: number | undefined) =>
  scale === undefined ? decimalGrammar.source : String.raw`^-?\d+(?:\.(?=\d)\d{0,${scale}}0*)?$`

function numberLimits({ type, min, max }: Field): JsonSchema {
  if (type !== 'integer' && type !== 'number') return {}
  return {
    ...(min !== undefined && { minimum: Number(min) }),
    ...(max !== undefined && { maximum: Number(max) }),
  }
}

/** Bytes are counted as they are, and written in base64: four characters for three of them. */
function lengthLimits({ type, required, minLength, maxLength }: Field): JsonSchema {
  const most = type === 'email' || type === 'url' ? longest[type] : Infinity
  const written = (length: number) => (type === 'bytes' ? 4 * Math.ceil(length / 3) : length)
  const isText = type === 'string' || type === 'text'
  const least = Math.max(minLength ?? 0, required && isText ? 1 : 0)
  return {
    ...(least > 0 && { minLength: written(least) }),
    ...(maxLength !== undefined && { maxLength: written(Math.min(maxLength, most)) }),
  }
}
