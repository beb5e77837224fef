import { createContext, useCallback, useContext } from 'react'
import type { Call } from '../../electron/contract/index'
import type { SignedIn } from '../../electron/contract/session'
import { whoMay } from '../../electron/contract/who-may'

/** Who is signed in; the app provides it. */
export const SignedInContext = createContext<SignedIn | null>(null)

export const useSignedIn = (): SignedIn | null => useContext(SignedInContext)

/**
 * Whether the signed-in person may make a call, so that no button is shown that would be refused.
 * Main decides for itself, with the same table.
 */
export function useMay(): (call: Call) => boolean {
  const role = useSignedIn()?.role
  return useCallback(
    (call) => {
      const need = whoMay[call]
      return need === 'anyone' || role === 'administrator' || role === need
    },
    [role],
  )
}
