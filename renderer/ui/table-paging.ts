import { createContext, useEffect, useEffectEvent } from 'react'

export type TablePage = { page: number; pageSize: number }

type Paging = { page: TablePage; total: number | undefined; onPage: (page: TablePage) => void }

/**
 * The grid makes its footer itself, so what the footer needs comes to it by context. The grid's own
 * paging is not used: it goes to page 0 whenever the sort changes, also when going back does that.
 */
export const PagingContext = createContext<Paging | null>(null)

/** A list that became shorter than the page that is open shows its last page. */
export function useLastPage({ page, total, onPage }: Paging, isSettled: boolean) {
  const last = total === undefined ? 0 : Math.max(0, Math.ceil(total / page.pageSize) - 1)
  const isBeyond = isSettled && total !== undefined && page.page > last
  const goToLast = useEffectEvent(() => onPage({ page: last, pageSize: page.pageSize }))
  useEffect(() => {
    if (isBeyond) goToLast()
  }, [isBeyond])
}
