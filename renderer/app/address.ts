import { notFound, useChildMatches } from '@tanstack/react-router'
import type * as z from 'zod'

/** The last part of the address names the open tab. */
export function useOpenTab<T extends string>(tabs: readonly [T, ...T[]]): T {
  const last = useChildMatches({
    select: (matches) => matches.at(-1)?.pathname.split('/').filter(Boolean).at(-1),
  })
  return tabs.find((tab) => tab === last) ?? tabs[0]
}

/** The number in an address; what is none names nothing that exists. */
export function idIn<S extends z.ZodType>(id: S, text: string): z.output<S> {
  const parsed = id.safeParse(Number(text))
  if (!parsed.success) throw notFound()
  return parsed.data
}
