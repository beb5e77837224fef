import type { UseFormReturn } from 'react-hook-form'
import type * as z from 'zod'
import type { Failure } from '../../../electron/contract/failure'
import { NewToken } from '../../../electron/contract/token'

export type NewTokenInput = z.input<typeof NewToken>
export type NewTokenForm = UseFormReturn<NewTokenInput, unknown, NewToken>

const fieldOf = ({ code, field }: Failure): 'name' | 'note' | 'expiry' | 'start' | null => {
  if (code === 'start_not_before_expiry') return 'start'
  if (code === 'token_name_taken' || code === 'name_not_allowed') return 'name'
  if (code === 'expiry_in_past' || code === 'expiry_beyond_policy' || code === 'never_not_allowed')
    return 'expiry'
  if (code !== 'invalid_input') return null
  const blamed = field?.split('.')[0]
  return blamed === 'name' || blamed === 'note' || blamed === 'expiry' ? blamed : null
}

/** Shows a refusal at the field to blame; false when there is none, so that it goes on top. */
export function showAtField(form: NewTokenForm, failure: Failure): boolean {
  const field = fieldOf(failure)
  if (field === null) return false
  form.setError(field, { type: 'refused', message: failure.code }, { shouldFocus: true })
  return true
}
