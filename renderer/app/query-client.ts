import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { failureIn } from '../keyward'

/** Main is always reachable, online or not, and answers the same a second time. */
export function createQueryClient(): QueryClient {
  // A session can end in main: an idle hour, an account disabled by somebody else.
  const onError = (error: unknown) => {
    if (failureIn(error)?.code === 'not_signed_in')
      void client.invalidateQueries({ queryKey: ['session.state'] })
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  return client
}
