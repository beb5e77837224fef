/**
 * Tells caches whether what they read from the registry is still what it says. The marker is asked
 * at every use (it costs microseconds), so a change by any process is seen by the very next call
 * and there is no watcher that could have died unnoticed. A marker that cannot be read throws: the
 * call then fails closed.
 */
export function createRegistryAge(changeMarker: () => number) {
  let marker = changeMarker()
  let age = 0
  return {
    /** The same number as before means: nothing changed in between. */
    current(): number {
      const read = changeMarker()
      if (read !== marker) {
        marker = read
        age += 1
      }
      return age
    },
    /** The registry changed, whatever the marker says. */
    forget() {
      age += 1
    },
  }
}

export type RegistryAge = ReturnType<typeof createRegistryAge>
