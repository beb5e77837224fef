import { FailureCode, FailureDetail, type Failure } from '../contract/failure'

/**
 * The failure an error stands for; null when it is our own bug. Known by its code and not by its
 * class, because the store refuses with errors of its own that this door may not import.
 */
export function failureIn(error: unknown): Failure | null {
  if (!(error instanceof Error)) return null
  const { code, field, detail } = error as { code?: unknown; field?: unknown; detail?: unknown }
  const known = FailureCode.safeParse(code)
  if (!known.success || known.data === 'internal') return null
  const facts = FailureDetail.safeParse(detail)
  return {
    code: known.data,
    ...(typeof field === 'string' && { field }),
    ...(facts.success && { detail: facts.data }),
  }
}
