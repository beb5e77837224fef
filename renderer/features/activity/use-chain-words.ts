import { useTranslation } from 'react-i18next'
import type { ChainState } from '../../../electron/contract/activity'
import { dayWords, localZone, momentWords } from '../../ui/moments'

const day = (at: number) => dayWords(at, localZone())
const moment = (at: number) => momentWords(at, localZone())

/** What was checked and what came of it, sentence by sentence. */
export function useChainWords() {
  const { t } = useTranslation('activity')

  function checked({ checked: count, first, last, break: found }: ChainState): string {
    if (first === null || last === null) return t(found ? 'verify.noneBefore' : 'verify.nothing')
    const span = { from: day(first.at), to: day(last.at) }
    return found ? t('verify.before', { count, ...span }) : t('verify.span', span)
  }

  function broken(state: ChainState): string | null {
    const found = state.break
    if (found === null) return null
    const { kind, entry, missing, knownFrom } = found
    const before = entry - 1
    if (kind === 'removed')
      return t('verify.removed', { count: missing ?? 1, entry, last: entry + (missing ?? 1) - 1 })
    if (kind !== 'cut_off') return t(`verify.${kind}`, { entry })
    const known = t(`verify.knownFrom.${knownFrom ?? 'anchor'}`)
    return missing === null
      ? t('verify.regrown', { before, known })
      : t('verify.cutOff', { count: missing, before, known })
  }

  function anchors({ anchors: { count, last, fault, line } }: ChainState): string[] {
    return [
      ...(last ? [t('verify.anchors', { count, entry: last.entry, when: moment(last.at) })] : []),
      ...(fault === null ? [] : [t(`verify.anchorFault.${fault}`, { line: line ?? 0 })]),
    ]
  }

  function more({ proof, notAsLeft }: ChainState): string[] {
    return [
      ...(proof ? [t('verify.proof', { when: moment(proof.at), entry: proof.entry })] : []),
      ...(notAsLeft
        ? [t('verify.notAsLeft', { when: moment(notAsLeft.at), entry: notAsLeft.entry })]
        : []),
    ]
  }

  return { checked, broken, anchors, more }
}
