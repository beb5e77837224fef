import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import type { Failure } from '../../../electron/contract/failure'

/**
 * Puts a refusal under the input that main blames, by its dotted path; false when this form does
 * not have it, so that the refusal is shown on top.
 */
export function showAtField<T extends FieldValues>(
  form: Pick<UseFormReturn<T>, 'setError'>,
  { code, field, detail }: Failure,
  inputs: readonly Path<T>[],
): boolean {
  const input = inputs.find((one) => one === field)
  if (input === undefined) return false
  const message = typeof detail?.['problem'] === 'string' ? detail['problem'] : code
  form.setError(input, { type: 'refused', message }, { shouldFocus: true })
  return true
}
