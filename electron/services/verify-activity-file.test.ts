import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { ActivityEntry } from '../contract/activity'
import { createSigning } from '../crypto/signing'
import { nothingBefore, readActivityLine } from './activity-line'
import { createActivityWriter } from './activity-writer'
import { makeProof } from './proof-file'
import { proofPathOf, verifyActivityFile } from './verify-activity-file'
import { provenFile } from './verify-proof-files'

const signing = createSigning(Buffer.alloc(32, 1))

const entryNumber = (seq: number): ActivityEntry => ({
  seq,
  at: Date.UTC(2026, 10, 21, 12, 0, seq),
  actorId: null,
  actorName: 'Žofie',
  action: 'user.changed',
  subjectKind: 'user',
  subjectId: String(seq),
  subjectName: `User ${seq}`,
  before: { name: 'a' },
  after: { name: ['b', ',"prev":"'] },
  group: null,
})

/** Entries 11 to 20 on lines 1 to 10, as an export writes them. */
async function exported({ by = signing, count = 10 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-lines-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'activity.jsonl')
  const writer = createActivityWriter()
  const lines = Array.from({ length: count }, (_, i) => writer.line(entryNumber(11 + i)))
  writeFileSync(path, lines.join(''))
  const proof = makeProof({
    proves: 'activity',
    files: [await provenFile(path)],
    facts: writer.facts(),
    at: Date.UTC(2026, 10, 22),
    signing: by,
  })
  writeFileSync(proofPathOf(path), JSON.stringify({ ...proof, lines: writer.marks }))
  return { path, proof, lines, write: (some: string[]) => writeFileSync(path, some.join('')) }
}

/** As somebody does who knows how the lines are linked. */
function linkedAnew(lines: string[]): string[] {
  let previous = nothingBefore
  return lines.map((line) => {
    const linked = line.replace(/[0-9a-f]{64}(?="\}\n$)/, previous)
    previous = readActivityLine(Buffer.from(linked.trimEnd()))?.hash ?? previous
    return linked
  })
}

const without = (line: number) => (lines: string[]) => lines.toSpliced(line - 1, 1)
const changed = (line: number) => (lines: string[]) =>
  lines.with(line - 1, lines[line - 1]!.replace('User', 'Eve'))
const insertedAt = (line: number) => (lines: string[]) =>
  lines.toSpliced(line - 1, 0, lines[line - 1]!.replace('User', 'Eve'))
const repeatedAt = (line: number) => (lines: string[]) => lines.toSpliced(line - 1, 0, lines[0]!)
const swapped = (line: number) => (lines: string[]) =>
  lines.toSpliced(line - 1, 2, lines[line]!, lines[line - 1]!)

const attacks: [string, (lines: string[]) => string[], object[]][] = [
  ['a changed line', changed(4), [{ kind: 'changed', line: 4, entry: 14 }]],
  ['a changed first line', changed(1), [{ kind: 'changed', line: 1, entry: 11 }]],
  ['a changed last line', changed(10), [{ kind: 'changed', line: 10, entry: 20 }]],
  ['a removed line', without(4), [{ kind: 'removed', line: 4, entry: 14, count: 1 }]],
  ['a removed first line', without(1), [{ kind: 'removed', line: 1, entry: 11, count: 1 }]],
  ['an inserted line', insertedAt(4), [{ kind: 'inserted', line: 4, entry: 14 }]],
  ['a repeated line', repeatedAt(4), [{ kind: 'inserted', line: 4, entry: 11 }]],
  ['two lines in each other’s place', swapped(4), [{ kind: 'moved', line: 5, entry: 14 }]],
  ['a cut tail', (lines) => lines.slice(0, 7), [{ kind: 'cut_off', line: 8, entry: 18, count: 3 }]],
  ['nothing left', () => [], [{ kind: 'cut_off', line: 1, entry: 11, count: 10 }]],
  [
    'one more line at the end',
    (lines) => [...lines, lines[9]!.replace('User', 'Eve')],
    [{ kind: 'inserted', line: 11, entry: 20 }],
  ],
  [
    'two things done to it',
    (lines) => changed(8)(without(2)(lines)),
    [
      { kind: 'removed', line: 2, entry: 12, count: 1 },
      { kind: 'changed', line: 8, entry: 19 },
    ],
  ],
  [
    'a line that is none',
    (lines) => lines.with(3, 'nonsense\n'),
    [{ kind: 'changed', line: 4, entry: 14 }],
  ],
]

describe('an export of activity with its proof', () => {
  test('is unbroken, and says who signed it and when', async () => {
    const { path } = await exported()
    expect(await verifyActivityFile({ path, expectedFingerprint: signing.fingerprint() })).toEqual({
      is: 'unbroken',
      entries: 10,
      firstEntry: 11,
      lastEntry: 20,
      signedBy: signing.fingerprint(),
      signedAt: '2026-11-22T00:00:00.000Z',
    })
  })

  test('is unbroken where nothing was found', async () => {
    const { path } = await exported({ count: 0 })
    expect(await verifyActivityFile({ path })).toMatchObject({ is: 'unbroken', entries: 0 })
  })

  test.each(attacks)('shows %s', async (_, attack, faults) => {
    const { path, lines, write } = await exported()
    write(attack(lines))
    expect(await verifyActivityFile({ path })).toMatchObject({ is: 'tampered', faults })
  })

  test.each(attacks)('shows %s where the lines were linked anew', async (_, attack, faults) => {
    const { path, lines, write } = await exported()
    write(linkedAnew(attack(lines)))
    expect(await verifyActivityFile({ path })).toMatchObject({ is: 'tampered', faults })
  })

  test('shows a changed link, and what was added after the last line', async () => {
    const { path, lines, write } = await exported()
    write(lines.with(3, lines[3]!.replace(/[0-9a-f]{64}(?="\}\n$)/, 'a'.repeat(64))))
    expect(await verifyActivityFile({ path })).toMatchObject({
      faults: [{ kind: 'changed', line: 4, entry: 14 }],
    })
    write(lines.with(9, lines[9]!.trimEnd()))
    expect(await verifyActivityFile({ path })).toMatchObject({
      faults: [{ kind: 'changed', line: 10, entry: null }],
    })
  })

  test('names no more faults than anybody reads', async () => {
    const { path, lines, write } = await exported({ count: 60 })
    write(lines.map((line) => line.replace('User', 'Eve')))
    const verdict = await verifyActivityFile({ path })
    expect(verdict.is === 'tampered' && verdict.faults.length).toBe(20)
  })

  test('is not taken on the word of a proof that was changed, or of somebody else’s', async () => {
    const { path } = await exported()
    const proofPath = proofPathOf(path)
    const proof = JSON.parse(readFileSync(proofPath, 'utf8')) as { lines: string[] }
    const refused = async (content: string, expectedFingerprint?: string) => {
      writeFileSync(proofPath, content)
      return verifyActivityFile({ path, ...(expectedFingerprint && { expectedFingerprint }) })
    }
    expect(await refused(JSON.stringify({ ...proof, lines: proof.lines.slice(1) }))).toEqual({
      is: 'proof_refused',
      why: 'lines_wrong',
    })
    expect(await refused('{')).toEqual({ is: 'proof_refused', why: 'not_a_proof' })
    expect(await refused(JSON.stringify({ ...proof, at: '2026-11-23T00:00:00Z' }))).toEqual({
      is: 'proof_refused',
      why: 'signature_wrong',
    })
    expect(await refused(JSON.stringify(proof), 'AB:CD')).toEqual({
      is: 'proof_refused',
      why: 'other_key',
    })
  })
})

describe('an export of activity without its proof', () => {
  const alone = async (attack: (lines: string[]) => string[]) => {
    const { path, lines, write } = await exported()
    rmSync(proofPathOf(path))
    write(attack(lines))
    return verifyActivityFile({ path })
  }

  test('is unbroken by itself, and signed by nobody', async () => {
    expect(await alone((lines) => lines)).toMatchObject({ is: 'unbroken', signedBy: null })
  })

  test('shows where a line does not follow the one before', async () => {
    for (const [attack, line, entry] of [
      [changed(4), 5, 15],
      [without(4), 4, 15],
      [swapped(4), 4, 15],
    ] as const)
      expect(await alone(attack)).toMatchObject({
        is: 'tampered',
        faults: [{ kind: 'unlinked', line, entry }],
      })
    expect(await alone((lines) => lines.with(3, 'nonsense\n'))).toMatchObject({
      faults: [{ kind: 'unreadable', line: 4 }],
    })
  })

  test('cannot show a cut tail: for that there is the proof', async () => {
    expect(await alone((lines) => lines.slice(0, 7))).toMatchObject({ is: 'unbroken', entries: 7 })
  })

  test('fails plainly where a proof was named that is not there', async () => {
    const { path } = await exported()
    await expect(verifyActivityFile({ path, proofPath: `${path}.none` })).rejects.toThrow('ENOENT')
  })
})
