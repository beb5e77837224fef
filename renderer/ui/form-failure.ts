import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import type { Failure } from '../../electron/contract/failure'

/**
 * Puts a refusal under the input that main blames, where this form has it and can say why; the
 * code is the message, as it is for a schema's issues. Says whether it did.
 */
export function showInField<T extends FieldValues>(
  form: Pick<UseFormReturn<T>, 'setError' | 'getValues'>,
  failure: Failure,
): boolean {
  const { field, code } = failure
  if (field === undefined || !Object.hasOwn(form.getValues(), field)) return false
  form.setError(field as Path<T>, { message: code }, { shouldFocus: true })
  return true
}
