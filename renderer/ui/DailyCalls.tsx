import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { TokenId } from '../../electron/contract/id'
import { useAnswer } from '../keyward'

type Daily = { from: number; callsOf: ReadonlyMap<TokenId, number[]> }

const DailyContext = createContext<Daily | null>(null)

/** The calls of one token on each of the last days; undefined until they are known. */
export function useDailyCalls(id: TokenId): { from: number; calls: number[] | null } | undefined {
  const daily = useContext(DailyContext)
  return daily ? { from: daily.from, calls: daily.callsOf.get(id) ?? null } : undefined
}

/** Asks once for all the tokens of a page; the cells of its table take theirs from there. */
export function DailyCalls({ ids, children }: { ids: TokenId[]; children: ReactNode }) {
  const answer = useAnswer('tokens.daily', { ids }, { enabled: ids.length > 0 })
  const { data } = answer
  const daily = useMemo<Daily | null>(
    () =>
      data
        ? { from: data.from, callsOf: new Map(data.tokens.map(({ id, calls }) => [id, calls])) }
        : null,
    [data],
  )
  return <DailyContext value={daily}>{children}</DailyContext>
}
