import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { TablePage } from './table-paging'

export type Direction = 'asc' | 'desc'

/** What a list route keeps in its address. Anything else named in `filters` is kept as text. */
type Kept = {
  page?: number
  pageSize?: number
  sort?: string
  direction?: Direction
  search?: string
  [filter: string]: string | number | true | undefined
}

type Defaults<S extends string> = { sort: S; direction: Direction; pageSize?: number }

/**
 * Page, sort, search and filters of a list, kept in the route's search params: going back to a
 * list finds it as it was left. What equals the default is not written down. Every change but of
 * the page itself starts again at the first page.
 */
export function useListState<S extends string>(defaults: Defaults<S>) {
  const kept = useSearch({ strict: false }) as Kept
  const navigate = useNavigate()

  const change = useCallback(
    (changes: Kept) => {
      const merged = (before: Kept): Kept => {
        const after = { ...before, page: undefined, ...changes }
        return Object.fromEntries(
          Object.entries(after).filter(([, value]) => value !== undefined && value !== ''),
        )
      }
      void navigate({ to: '.', search: merged as never, replace: true })
    },
    [navigate],
  )

  const search = kept.search ?? ''
  const open = { page: kept.page ?? 0, pageSize: kept.pageSize ?? defaults.pageSize ?? 50 }
  const order = {
    sort: (kept.sort ?? defaults.sort) as S,
    direction: kept.direction ?? defaults.direction,
  }
  const setPage = ({ page, pageSize }: TablePage) =>
    change({ page: page === 0 ? undefined : page, pageSize })
  const setSort = (next: { sort: string; direction: Direction }) => change(next)

  return {
    ...open,
    ...order,
    search,
    /** What main is asked for, beside the filters. */
    asked: { ...open, ...order, ...(search !== '' && { search }) },
    /** For the `DataTable` that shows the answer. */
    table: { page: open, onPage: setPage, sort: order, onSort: setSort },
    /** A filter of this list by its name; undefined when it is not set. */
    filter: <T extends string>(name: string) => {
      const value = kept[name]
      return (value === undefined ? undefined : String(value)) as T | undefined
    },
    setPage,
    setSort,
    setSearch: (typed: string) => change({ search: typed }),
    setFilter: (name: string, value: string | undefined) => change({ [name]: value }),
    /** Several that belong together. */
    setFilters: (filters: Kept) => change(filters),
    /** Takes away search and filters, keeps sort and page size. */
    clear: () =>
      void navigate({
        to: '.',
        search: ((before: Kept): Kept => {
          const { pageSize, sort, direction } = before
          return Object.fromEntries(
            Object.entries({ pageSize, sort, direction }).filter(
              ([, value]) => value !== undefined,
            ),
          )
        }) as never,
        replace: true,
      }),
  }
}
