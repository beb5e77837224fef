import type { ActivityFault } from '../services/activity-alignment'
import type { ActivityFileVerdict } from '../services/verify-activity-file'
import { shown } from './choices'
import type { Command, Given } from './command'
import { Stop } from './stop'
import { fill, words } from './words'

/** With the export and its proof alone: whoever was handed them needs no profile and no account. */
export const verifyActivity: Command = {
  name: 'verify-activity',
  needs: 'nothing',
  takes: ['FILE'],
  options: ['proof', 'fingerprint'],
  async run(given) {
    const { output } = given
    const verdict = await judged(given)
    await output.thing(verdict, facts(verdict))
    return verdict.is === 'unbroken' ? 'done' : 'found'
  },
}

const text = words.activity

async function judged({ args, options, offline }: Given): Promise<ActivityFileVerdict> {
  const path = args[0]!
  const { proof: proofPath, fingerprint } = options
  try {
    return await offline.verifyActivityFile({
      path,
      ...(proofPath !== undefined && { proofPath }),
      ...(fingerprint !== undefined && { expectedFingerprint: fingerprint }),
    })
  } catch (error) {
    const { code, path: missing } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    const file = shown(missing ?? path)
    const ending = code === 'ENOENT' ? 'not_found' : 'refused'
    throw new Stop(ending, fill(text.fileUnreadable, { file }), 'file_not_readable')
  }
}

function facts(verdict: ActivityFileVerdict): [string, string][] {
  if (verdict.is === 'proof_refused') return [[text.file, text.proofRefused[verdict.why]]]
  const signed: [string, string] = [text.signedBy, verdict.signedBy ?? text.notSigned]
  if (verdict.is === 'tampered')
    return [
      [text.file, text.tampered],
      ...verdict.faults.map((fault): [string, string] => [
        fill(text.line, { line: fault.line }),
        faultWords(fault),
      ]),
      signed,
    ]
  const { firstEntry, lastEntry, signedAt } = verdict
  return [
    [text.file, verdict.signedBy === null ? text.fits : text.genuine],
    [text.checked, String(verdict.entries)],
    ...(firstEntry !== null && lastEntry !== null
      ? [[text.entries, `${firstEntry} – ${lastEntry}`] as [string, string]]
      : []),
    signed,
    ...(signedAt === null ? [] : [[text.signedAt, signedAt] as [string, string]]),
  ]
}

const faultWords = ({ kind, entry, count }: ActivityFault) =>
  [
    text.faults[kind],
    entry === null ? null : fill(text.entry, { entry }),
    count === undefined ? null : fill(text.missing, { count }),
  ]
    .filter((part) => part !== null)
    .join(', ')
