import type { ActivityEntry } from '../contract/activity'
import { activityLine, marksHash, nothingBefore } from './activity-line'

/** Writes entries as lines that follow each other, and holds what a proof says of them. */
export function createActivityWriter() {
  const marks: string[] = []
  const hash = marksHash()
  let previous = nothingBefore
  let firstEntry: number | null = null
  let lastEntry: number | null = null

  return {
    line(entry: ActivityEntry): string {
      const line = activityLine(entry, previous)
      previous = line.hash
      marks.push(line.mark)
      hash.add(line.mark)
      firstEntry ??= entry.seq
      lastEntry = entry.seq
      return `${line.text}\n`
    },

    marks,

    /** Once, when all lines are written. */
    facts: () => ({
      entries: marks.length,
      firstEntry,
      lastEntry,
      /** SHA-256 of the last line. */
      head: previous,
      lines: hash.hex(),
    }),
  }
}
