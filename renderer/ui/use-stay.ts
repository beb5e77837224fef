import { useBlocker } from '@tanstack/react-router'
import { useEffect } from 'react'

/**
 * Until something is done, going to another page and closing the window ask instead. A prevented
 * `beforeunload` keeps an Electron window open without any question of its own.
 */
export function useStay(isHeld: boolean, ask: () => void) {
  useBlocker({
    // Another page or order of the list behind takes nothing away.
    shouldBlockFn: ({ current, next }) => {
      const isLeaving = current.pathname !== next.pathname
      if (isLeaving) ask()
      return isLeaving
    },
    enableBeforeUnload: false,
    disabled: !isHeld,
  })
  useEffect(() => {
    if (!isHeld) return
    const stay = (event: BeforeUnloadEvent) => {
      event.preventDefault()
      ask()
    }
    window.addEventListener('beforeunload', stay)
    return () => window.removeEventListener('beforeunload', stay)
  }, [isHeld, ask])
}
