import type { ChainState } from '../contract/activity'
import type { Command } from './command'
import { momentWords } from './moments'
import { fill, words } from './words'

export const activityVerify: Command = {
  name: 'activity verify',
  needs: 'sign_in',
  takes: [],
  options: ['proof'],
  calls: ['activity.verify', 'activity.verifyWithProof'],
  async run({ ask, options, output, choose }) {
    if (options.proof !== undefined) choose(options.proof)
    const chain =
      (options.proof === undefined ? null : await ask('activity.verifyWithProof', undefined)) ??
      (await ask('activity.verify', undefined))
    const { brokenAt, anchors } = chain
    const isSound = brokenAt === null && anchors.fault === null
    await output.thing(chain, facts(chain))
    return isSound ? 'done' : 'found'
  },
}

const text = words.activity

function facts(state: ChainState): [string, string][] {
  const { checked, last, brokenAt, break: cut, anchors, proof, notAsLeft } = state
  const chain =
    brokenAt === null ? text.unbroken : fill(text.broken, { entry: cut?.entry ?? brokenAt })
  return [
    [text.chain, chain],
    ...(cut ? [[text.what, text.breaks[cut.kind]] as [string, string]] : []),
    [text.checked, String(checked)],
    ...(last ? [[text.last, `${last.entry}, ${momentWords(last.at)}`] as [string, string]] : []),
    [text.anchors, anchors.fault ? text.anchorFaults[anchors.fault] : String(anchors.count)],
    ...when(text.proven, text.provenUpTo, proof),
    ...when(text.notAsLeft, text.notAsLeftAt, notAsLeft),
  ]
}

const when = (name: string, sentence: string, at: ChainState['proof']): [string, string][] =>
  at === null ? [] : [[name, fill(sentence, { moment: momentWords(at.at), entry: at.entry })]]
