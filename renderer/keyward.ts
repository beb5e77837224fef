import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import type { Failure } from '../electron/contract/failure'
import type { Asked, Call, Reply } from '../electron/contract/index'
import type { Topic } from '../electron/contract/topic'
import type { Keyward } from '../electron/contract/window'
import { refreshedBy } from './refreshed-by'

declare global {
  interface Window {
    keyward: Keyward
  }
}

/** A refused call as an error that React Query can carry; `failure` says why. */
export class Refused extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

/** The failure inside whatever a query or a mutation caught. */
export const failureIn = (error: unknown): Failure | null =>
  error === null || error === undefined
    ? null
    : error instanceof Refused
      ? error.failure
      : { code: 'internal' }

type Input<C extends Call> = Asked<C> extends void ? void : Asked<C>

export async function ask<C extends Call>(call: C, input: Input<C>): Promise<Reply<C>> {
  const wire = window.keyward.ask as (
    call: C,
    input: unknown,
  ) => ReturnType<typeof window.keyward.ask<C>>
  const result = await wire(call, input)
  if (!result.ok) throw new Refused(result.failure)
  return result.value
}

/** Asks, keeps the answer, and asks again when main announces a change that concerns it. */
export function useAnswer<C extends Call>(
  call: C,
  input: Input<C>,
  options: { enabled?: boolean; staleTime?: number } = {},
) {
  return useQuery<Reply<C>>({
    queryKey: [call, input],
    queryFn: () => ask(call, input),
    placeholderData: keepPreviousData,
    ...options,
  })
}

/**
 * A call that changes something; main announces what changed, so nothing is guessed here. A second
 * one before the first is answered is dropped: React Query would tell only the last of its answer,
 * and the secret of the first would be lost.
 */
export function useCommand<C extends Call>(call: C) {
  const isAsking = useRef(false)
  const command = useMutation<Reply<C>, Error, Input<C>>({
    mutationFn: (input) => ask(call, input),
    onSettled: () => {
      isAsking.current = false
    },
    // What was sent may hold a password, what came back a secret: neither outlives its component.
    gcTime: 0,
  })
  const { mutate: send } = command
  const mutate = useCallback<typeof send>(
    (...given) => {
      if (isAsking.current) return
      isAsking.current = true
      send(...given)
    },
    [send],
  )
  return { ...command, mutate }
}

/** Asks again for every answer that one of the announced topics concerns. */
export function useAnnouncements() {
  const client = useQueryClient()
  useEffect(() => window.keyward.onChanged((topics) => void refresh(client, topics)), [client])
}

function refresh(client: QueryClient, topics: Topic[]) {
  return client.invalidateQueries({
    predicate: ({ queryKey }) =>
      refreshedBy[queryKey[0] as Call]?.some((topic) => topics.includes(topic)) ?? false,
  })
}
