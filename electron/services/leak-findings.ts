import type { TokenId } from '../contract/id'
import { leakLimits, type LeakFinding, type LeakPlace, type SecretMatch } from '../contract/leak'
import { sha256 } from './sha256'

/** Whether a found token is one of this registry; asked once for each secret. */
export type JudgeSecret = (token: string, tokenId: TokenId) => Promise<SecretMatch>

/** Digests of secrets that were judged; beyond it they are judged again. */
const mostRemembered = 10_000

/** What was found so far, by token ID. A secret is judged and forgotten. */
export function createLeakFindings(judge: JudgeSecret) {
  const findings = new Map<string, LeakFinding>()
  const judged = new Map<string, SecretMatch>()
  let foreign = 0
  let unlisted = 0

  async function matchOf(token: string, tokenId: TokenId): Promise<SecretMatch> {
    const digest = sha256(token)
    const known = judged.get(digest)
    if (known) return known
    const match = await judge(token, tokenId)
    if (judged.size >= mostRemembered) judged.clear()
    judged.set(digest, match)
    return match
  }

  return {
    async add({ token, tokenId }: { token: string; tokenId: TokenId }, place: LeakPlace) {
      const match = await matchOf(token, tokenId)
      const key = `${tokenId} ${match}`
      let finding = findings.get(key)
      if (!finding) {
        if (match === 'not_here' && foreign >= leakLimits.foreign) {
          unlisted += 1
          return
        }
        if (match === 'not_here') foreign += 1
        finding = { tokenId, match, count: 0, places: [] }
        findings.set(key, finding)
      }
      finding.count += 1
      if (finding.places.length < leakLimits.places) finding.places.push(place)
    },

    size: () => findings.size,
    /** Places of tokens that are none of ours, and more than are listed. */
    unlisted: () => unlisted,
    list: (): LeakFinding[] => [...findings.values()].toSorted(byWeight),
  }
}

const weights: Record<SecretMatch, number> = {
  own_secret: 0,
  old_secret: 1,
  other_secret: 2,
  not_here: 3,
}

const byWeight = (a: LeakFinding, b: LeakFinding) =>
  weights[a.match] - weights[b.match] || b.count - a.count || (a.tokenId < b.tokenId ? -1 : 1)
