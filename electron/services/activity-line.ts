import { createHash } from 'node:crypto'
import type { ActivityEntry } from '../contract/activity'

/** Stands before the first line in the place of a hash. */
export const nothingBefore = '0'.repeat(64)

const hex = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

/** One entry as a line of an export: every name in it is there for programs to read. */
const bodyOf = (entry: ActivityEntry): string =>
  JSON.stringify({
    entry: entry.seq,
    at: new Date(entry.at).toISOString(),
    actor_id: entry.actorId,
    actor: entry.actorName,
    action: entry.action,
    object_kind: entry.subjectKind,
    object_id: entry.subjectId,
    object: entry.subjectName,
    before: entry.before,
    after: entry.after,
    group: entry.group,
  })

/**
 * A line holds the hash of the line before it. `mark` stands for what it says without that hash, so
 * that one line is recognised even where all hashes after another one were made anew.
 */
export function activityLine(entry: ActivityEntry, previous: string) {
  const body = bodyOf(entry)
  const text = `${body.slice(0, -1)},"prev":"${previous}"}`
  return { text, hash: hex(text), mark: markOf(entry.seq, body.slice(0, -1)) }
}

/** Half of a SHA-256: what was changed is found by the whole one, and only named by this. */
const markOf = (seq: number, body: string | Uint8Array) => `${seq}:${hex(body).slice(0, 32)}`

const tailBytes = ',"prev":""}'.length + nothingBefore.length
const tail = /^,"prev":"([0-9a-f]{64})"\}$/
const head = /^\{"entry":(\d{1,15}),/

/** Null where it is no line of such an export. */
export function readActivityLine(line: Buffer) {
  const previous = tail.exec(line.subarray(-tailBytes).toString('latin1'))?.[1]
  const number = head.exec(line.subarray(0, 32).toString('latin1'))?.[1]
  if (previous === undefined || number === undefined) return null
  const seq = Number(number)
  return { seq, previous, hash: hex(line), mark: markOf(seq, line.subarray(0, -tailBytes)) }
}

/** All marks of an export as one text, for one hash over them. */
export const marksHash = () => {
  const hash = createHash('sha256')
  return {
    add: (mark: string) => void hash.update(`${mark}\n`),
    hex: () => hash.digest('hex'),
  }
}
