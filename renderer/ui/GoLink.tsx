import { useRouter } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, MouseEvent, Ref } from 'react'

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  /** A path of the app, `/parametrization/users/7/tokens`. */
  to: string
  ref?: Ref<HTMLAnchorElement>
}

/**
 * A link inside the app whose target is plain text. The router's own Link knows every route by
 * type, and `ui` must not know them: it would import the pages that import it.
 */
export function GoLink({ to, onClick, children, ...anchor }: Props) {
  const router = useRouter()
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented) return
    event.preventDefault()
    router.history.push(to)
  }
  return (
    <a {...anchor} href={router.history.createHref(to)} onClick={go}>
      {children}
    </a>
  )
}
