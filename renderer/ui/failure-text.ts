import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure, FailureCode } from '../../electron/contract/failure'
import failures from '../../resources/locales/en/failures.json'

/** A code without a sentence does not compile here. */
export const failureSentences: Record<FailureCode, string> = failures

/** What happened, what was not changed and what to do next, in one clear sentence or two. */
export function useFailureText(): (failure: Failure) => string {
  const { t } = useTranslation('failures')
  return useCallback((failure) => t(failure.code, failure.detail ?? {}), [t])
}
