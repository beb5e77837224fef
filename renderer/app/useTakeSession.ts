import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { SessionState } from '../../electron/contract/session'

/** Takes the session that a reply of main brought, without asking for it a second time. */
export function useTakeSession() {
  const client = useQueryClient()
  return useCallback(
    (state: SessionState) => {
      client.setQueryData(['session.state', undefined], state)
    },
    [client],
  )
}
