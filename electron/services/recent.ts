/** A map that keeps the most recently used entries and drops the oldest beyond its size. */
export function createRecent<K, V>(size: number) {
  const entries = new Map<K, V>()
  return {
    get(key: K): V | undefined {
      const value = entries.get(key)
      if (value === undefined) return undefined
      entries.delete(key)
      entries.set(key, value)
      return value
    },
    set(key: K, value: V) {
      entries.delete(key)
      entries.set(key, value)
      if (entries.size > size) entries.delete(entries.keys().next().value as K)
    },
    clear: () => entries.clear(),
  }
}
