import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/** A section that an address may name, `/settings#backup`: it is then the one that is seen. */
export function useSettingsSection(name: 'backup' | 'about') {
  const ref = useRef<HTMLDivElement>(null)
  const isNamed = useLocation({ select: ({ hash }) => hash === name })
  useEffect(() => {
    if (isNamed) ref.current?.scrollIntoView?.({ block: 'start' })
  }, [isNamed])
  return { ref, 'aria-labelledby': `settings-${name}` }
}
