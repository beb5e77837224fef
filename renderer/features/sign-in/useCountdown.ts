import { useEffect, useState } from 'react'

/** Whole seconds left of a wait, counted down against the clock; 0 when there is none. */
export function useCountdown() {
  const [endsAt, setEndsAt] = useState(0)
  const [now, setNow] = useState(() => Date.now())
  const seconds = Math.max(0, Math.ceil((endsAt - now) / 1000))

  useEffect(() => {
    if (endsAt <= Date.now()) return
    const timer = setInterval(() => {
      setNow(Date.now())
      if (Date.now() >= endsAt) clearInterval(timer)
    }, 250)
    return () => clearInterval(timer)
  }, [endsAt])

  const start = (wait: number) => {
    // Read once: of two readings a millisecond apart, 40 seconds would begin as 41.
    const began = Date.now()
    setNow(began)
    setEndsAt(began + wait * 1000)
  }
  return { seconds, start }
}
