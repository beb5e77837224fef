import type { FieldPath } from 'react-hook-form'
import type * as z from 'zod'
import type { EntityChange, NewEntity } from '../../../electron/contract/entity'

/** The new entity as it is being typed. */
export type EntityForm = z.input<typeof NewEntity>

export const newField = (): EntityForm['fields'][number] => ({
  title: '',
  name: '',
  type: 'string',
  required: false,
})

/** The definition of an existing one, as it is being changed. */
export type EntityChangeForm = z.input<typeof EntityChange>

/** Whether main blamed an input that this form shows. */
export const isFieldPath = (path: string): path is FieldPath<EntityForm> =>
  /^(title|name|fields\.\d+\.(title|name|type))$/.test(path)
