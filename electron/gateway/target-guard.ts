import { limits } from './limits'
import type { ProblemName } from './problems'

/**
 * Refuses, never normalises: a path that two programs can read in two ways (`//`, `..`, `%2f`,
 * `;`, backslash) is refused before anything is made of it. Entity names and record ids need no
 * percent-encoding, so a percent sign in the path is refused altogether.
 */
export function targetProblem(target: string): ProblemName | null {
  if (target.length > limits.targetCharacters) return 'target-too-long'
  const [path, query] = splitOnce(target)
  if (!plainPath.test(path) || dotSegment.test(path)) return 'bad-target'
  return plainQuery.test(query) && isUtf8(query) ? null : 'bad-target'
}

/** What is not, some programs leave as it is and others replace. */
function isUtf8(encoded: string): boolean {
  try {
    decodeURIComponent(encoded)
    return true
  } catch {
    return false
  }
}

const plainPath = /^\/(?:[A-Za-z0-9._~:-]+(?:\/[A-Za-z0-9._~:-]+)*\/?)?$/
const dotSegment = /\/\.\.?(?:\/|$)/
const plainQuery = /^(?:[!$&-;=?-Z_a-z~[\]]|%(?!00)[0-9A-Fa-f]{2})*$/

function splitOnce(target: string): [path: string, query: string] {
  const mark = target.indexOf('?')
  return mark < 0 ? [target, ''] : [target.slice(0, mark), target.slice(mark + 1)]
}
