/** What was done to a file of activity, and where: lines count from 1, entries have their number. */
export type ActivityFault = {
  kind:
    | 'changed'
    | 'inserted'
    | 'removed'
    | 'moved'
    | 'cut_off'
    /** It does not follow the line before it: one of the two was changed, or one between is gone. */
    | 'unlinked'
    /** No line of such an export at all. */
    | 'unreadable'
  line: number
  entry: number | null
  /** How many entries are gone. */
  count?: number
}

/** More than anybody reads; a file that is wrong all through is another file. */
export const mostFaults = 20

/**
 * Compares the marks of the lines that are there with those that were written, one after the other,
 * and finds its way again after a line that is too many, gone or changed.
 */
export function createAlignment(written: readonly string[]) {
  const faults: ActivityFault[] = []
  let next = 0
  let places: Map<string, number> | null = null
  const missing = new Map<number, ActivityFault>()

  const placeOf = (mark: string): number => {
    places ??= new Map(written.map((one, place) => [one, place]))
    return places.get(mark) ?? -1
  }

  function skip(upTo: number, line: number) {
    const fault: ActivityFault = {
      kind: 'removed',
      line,
      entry: entryIn(written[next]!),
      count: upTo - next,
    }
    for (let place = next; place < upTo; place += 1) missing.set(place, fault)
    faults.push(fault)
    next = upTo
  }

  /**
   * True where the line is the one that was written. `after` is the mark of the line behind it; an
   * empty mark is a line that cannot be read.
   */
  function take(line: number, mark: string, after: string | null): boolean {
    if (mark === written[next]) {
      next += 1
      return true
    }
    const place = placeOf(mark)
    if (place >= next) {
      skip(place, line)
      next += 1
      return true
    }
    const entry = mark === '' ? null : entryIn(mark)
    const left = missing.get(place)
    if (left) {
      // It was taken for removed, and stands further down.
      missing.delete(place)
      left.count = (left.count ?? 1) - 1
      if (left.count === 0) faults.splice(faults.indexOf(left), 1)
      faults.push({ kind: 'moved', line, entry })
    } else if (place !== -1 || next >= written.length || after === written[next])
      faults.push({ kind: 'inserted', line, entry })
    else {
      faults.push({ kind: 'changed', line, entry: entryIn(written[next]!) })
      next += 1
    }
    return false
  }

  function end(lines: number) {
    if (next < written.length)
      faults.push({
        kind: 'cut_off',
        line: lines + 1,
        entry: entryIn(written[next]!),
        count: written.length - next,
      })
  }

  return { take, end, faults }
}

const entryIn = (mark: string): number => Number(mark.slice(0, mark.indexOf(':')))
