import type { ProvenFiles } from '../services/verify-proof-files'
import { shown } from './choices'
import type { Command, Given } from './command'
import { Stop } from './stop'
import { fill, words } from './words'

/** The report of an access review, with its proof and the files beside it alone. */
export const verifyReport: Command = {
  name: 'verify-report',
  needs: 'nothing',
  takes: ['PROOF'],
  options: ['fingerprint'],
  async run(given) {
    const verdict = await judged(given)
    await given.output.thing(verdict, facts(verdict))
    return verdict.is === 'genuine' ? 'done' : 'found'
  },
}

const text = words.report

async function judged({ args, options, offline }: Given): Promise<ProvenFiles> {
  const proofPath = args[0]!
  const { fingerprint } = options
  try {
    return await offline.verifyBesideProof({
      proofPath,
      ...(fingerprint !== undefined && { expectedFingerprint: fingerprint }),
    })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    const ending = code === 'ENOENT' ? 'not_found' : 'refused'
    const sentence = fill(words.activity.fileUnreadable, { file: shown(proofPath) })
    throw new Stop(ending, sentence, 'file_not_readable')
  }
}

function facts(verdict: ProvenFiles): [string, string][] {
  if (verdict.is === 'file_changed' || verdict.is === 'file_missing')
    return [[verdict.name, text[verdict.is]]]
  if (verdict.is !== 'genuine') return [[text.proof, words.activity.proofRefused[verdict.is]]]
  const { files, facts: told, fingerprint, at } = verdict.proof
  return [
    ...files.map(({ name }): [string, string] => [name, text.genuine]),
    ...Object.entries(told).map(([fact, value]): [string, string] => [fact, String(value)]),
    [words.activity.signedBy, fingerprint],
    [words.activity.signedAt, at],
  ]
}
