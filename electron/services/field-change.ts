import type { Field, FieldDraft } from '../contract/field'
import { compare } from './field-limits'
import { Refusal } from './refusal'
import { checkValue } from './record-validation'

export type NewFields = (Omit<Field, 'id'> & { id?: Field['id'] })[]

/** What stricter fields leave to be checked: `now` holds at once, `check` when old records fit. */
export type FieldChange = { now: NewFields; check: NewFields | null }

/** Refuses limits that no value of the field has, and a default that the field itself would refuse. */
export function assertValuesFit(fields: FieldDraft[]) {
  for (const [index, field] of fields.entries()) {
    assertLimitsFit(field, `fields.${index}`)
    if (field.default === undefined) continue
    const fits = 'value' in checkValue({ id: 0, ...field }, field.default)
    if (!fits)
      throw new Refusal('field_default_unfit', `fields.${index}.default`, { field: field.title })
  }
}

function assertLimitsFit(field: FieldDraft, path: string) {
  const { min, max, minLength: _least, maxLength: _most, ...unlimited } = field
  const check = (bound: number | string, given: object = {}) =>
    checkValue({ id: 0, ...unlimited, ...given }, field.type === 'decimal' ? String(bound) : bound)
  const refuse = (name: 'min' | 'max', problem: string): never => {
    throw new Refusal('invalid_input', `${path}.${name}`, { problem })
  }
  if (min !== undefined && !('value' in check(min))) refuse('min', 'not_for_this_type')
  if (max === undefined) return
  const checked = check(max, min === undefined ? {} : { min })
  if ('value' in checked) return
  refuse('max', checked.code === 'too_small' ? 'max_below_min' : 'not_for_this_type')
}

/**
 * How an entity gets from its fields to others. Names and types stay; a field with records behind
 * it is not taken away; what is stricter waits for the check of those records.
 */
export function fieldChange(before: Field[], asked: FieldDraft[], records: number): FieldChange {
  assertValuesFit(asked)
  for (const field of before) {
    if (records > 0 && !asked.some((one) => one.id === field.id))
      throw new Refusal('field_in_use', 'fields', { field: field.title })
  }
  const now = asked.map((field, index) => {
    if (field.id === undefined) return records > 0 ? { ...field, required: false } : field
    const old = before.find((one) => one.id === field.id)
    if (!old) throw new Refusal('field_unknown', `fields.${index}`)
    if (old.name !== field.name)
      throw new Refusal('field_name_fixed', `fields.${index}.name`, { field: old.title })
    if (old.type !== field.type || old.entityId !== field.entityId)
      throw new Refusal('field_type_fixed', `fields.${index}.type`, { field: old.title })
    return records > 0 ? looser(old, field) : field
  })
  const isStricter = asked.some((field, index) => stricter(now[index]!, field))
  return { now, check: isStricter ? asked : null }
}

const limits = ['min', 'max', 'minLength', 'maxLength', 'scale'] as const
const demands = ['required', 'unique', 'indexed'] as const

/** The asked field with everything that could exclude an old record left as it was. */
function looser(old: Field, asked: FieldDraft): FieldDraft {
  const kept: FieldDraft = { ...asked }
  for (const name of demands)
    if (asked[name] && !old[name]) Object.assign(kept, { [name]: old[name] })
  for (const name of limits)
    if (asked[name] !== undefined && asked[name] !== old[name] && !isWider(name, old, asked))
      Object.assign(kept, { [name]: old[name] })
  if (old.values && asked.values) kept.values = [...new Set([...asked.values, ...old.values])]
  return kept
}

/** Whether every value within the old limit is within the asked one. A scale changes the values themselves. */
function isWider(name: (typeof limits)[number], old: Field, asked: FieldDraft): boolean {
  const [was, is] = [old[name], asked[name]]
  if (was === undefined || is === undefined || name === 'scale') return false
  const isLength = name === 'minLength' || name === 'maxLength'
  const value = asked.type === 'decimal' ? String(is) : is
  const change = isLength ? Number(is) - Number(was) : compare(asked, value, was)
  return name === 'min' || name === 'minLength' ? change < 0 : change > 0
}

function stricter(now: FieldDraft, asked: FieldDraft): boolean {
  return (
    [...demands, ...limits].some((name) => (now[name] ?? false) !== (asked[name] ?? false)) ||
    (now.values ?? []).length !== (asked.values ?? []).length
  )
}
