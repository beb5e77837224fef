import type { Entity } from '../../../electron/contract/entity'

/** A field as people read it; null where the name is of no field. */
export const fieldTitle = ({ fields }: Entity, name: string | null): string | null =>
  fields.find((one) => one.name === name)?.title ?? null

/** `#/order_no` as the field it points to; `#` is the row as a whole. */
export const pointedName = (pointer: string): string =>
  decodeURIComponent(pointer.replace(/^#\/?/, '').split('/')[0] ?? '')
    .replaceAll('~1', '/')
    .replaceAll('~0', '~')
