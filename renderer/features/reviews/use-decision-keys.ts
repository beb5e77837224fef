import { useEffect, useRef } from 'react'
import type { ReviewDecision } from '../../../electron/contract/review'

const keys: Record<string, ReviewDecision> = { k: 'keep', n: 'narrow', r: 'revoke' }

/** One letter a decision, for walking through a long list; not while somebody types. */
export function useDecisionKeys(onKey: (decision: ReviewDecision) => void) {
  const latest = useRef(onKey)
  useEffect(() => {
    latest.current = onKey
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const decision = keys[event.key.toLowerCase()]
      const isTyping =
        event.target instanceof Element &&
        event.target.closest('input, textarea, [role="dialog"], [role="listbox"]') !== null
      if (!decision || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      latest.current(decision)
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}
