import type { NewEntity } from '../contract/entity'
import type { FieldDraft } from '../contract/field'
import type { EntityId } from '../contract/id'

/** One field of every type, and every attribute on some field; the titles are as bad as they get. */
export const everyField = (customers: EntityId): FieldDraft[] => [
  field('number', 'string', {
    title: '"Number" <img src=x onerror=alert(1)> `code` | **bold** [a](javascript:alert(1))',
    required: true,
    unique: true,
    indexed: true,
    minLength: 2,
    maxLength: 40,
  }),
  field('remarks', 'text', { maxLength: 2000, description: '</script><script>alert(1)</script>' }),
  field('pieces', 'integer', { indexed: true, min: 1, max: 10_000, required: true, default: 1 }),
  field('total', 'decimal', { indexed: true, scale: 2, min: '0' }),
  field('rate', 'decimal', { min: '-1', max: '1' }),
  field('weight', 'number', { indexed: true, min: 0 }),
  field('fragile', 'boolean', { indexed: true, default: false }),
  field('due', 'date', { indexed: true, min: '2020-01-01', max: '2099-12-31' }),
  field('shipped_at', 'datetime', { indexed: true }),
  field('trace', 'uuid', { unique: true, indexed: true }),
  field('contact', 'email', { indexed: true, sensitive: true, description: 'Whom to write to.' }),
  field('tracking', 'url', { deprecated: true, maxLength: 200 }),
  field('status', 'enum', {
    indexed: true,
    values: ['new', 'packed & sealed', 'he said "no"', '<lost>'],
    default: 'new',
  }),
  field('extra', 'json', {}),
  field('label', 'bytes', { minLength: 2, maxLength: 64 }),
  field('customer', 'ref', { indexed: true, entityId: customers }),
]

const field = (
  name: string,
  type: FieldDraft['type'],
  { title = `Its ${name}`, required = false, ...more }: Partial<FieldDraft>,
): FieldDraft => ({ name, title, type, required, ...more })

/** An entity of these fields, with nothing demanded of its callers. */
export const parcels = (customers: EntityId): NewEntity => ({
  name: 'parcels',
  title: 'Parcels <b onmouseover="alert(1)">& "more"</b> {{7*7}} \u2019s',
  fields: everyField(customers),
  idempotencyKey: 'optional',
  ifMatch: 'optional',
  maxRecordBytes: 65_536,
})
