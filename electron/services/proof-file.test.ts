import { createPublicKey, verify } from 'node:crypto'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createSigning } from '../crypto/signing'
import { canonicalJson } from './canonical-json'
import { makeProof, readProof } from './proof-file'
import { provenFile, verifyProofFiles } from './verify-proof-files'

const signing = createSigning(Buffer.alloc(32, 1))
const others = createSigning(Buffer.alloc(32, 2))

async function signedReport() {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-proof-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [csv, pdf, proofPath] = ['report.csv', 'report.pdf', 'report.proof.json'].map((name) =>
    join(folder, name),
  ) as [string, string, string]
  writeFileSync(csv, 'token,decision\nERP,keep\n')
  writeFileSync(pdf, Buffer.from([0x25, 0x50, 0x44, 0x46, 0]))
  const proof = makeProof({
    proves: 'access_review',
    files: [await provenFile(csv), await provenFile(pdf)],
    facts: { tokens: 1, reviewer: 'Ada' },
    at: Date.UTC(2026, 10, 21, 12),
    signing,
  })
  writeFileSync(proofPath, JSON.stringify(proof))
  return { csv, pdf, proofPath, proof, paths: [csv, pdf] }
}

describe('a proof file', () => {
  test('shows that its files are as they were written, with nothing but the files', async () => {
    const { paths, proofPath, proof } = await signedReport()
    expect(
      await verifyProofFiles({ proofPath, paths, expectedFingerprint: signing.fingerprint() }),
    ).toEqual({ is: 'genuine', proof })
  })

  test('finds its files under other names', async () => {
    const { csv, pdf, proofPath } = await signedReport()
    renameSync(csv, `${csv}.copy`)
    expect(await verifyProofFiles({ proofPath, paths: [pdf, `${csv}.copy`] })).toMatchObject({
      is: 'genuine',
    })
  })

  test('names the file that was changed, and the one that is not there', async () => {
    const { csv, pdf, proofPath } = await signedReport()
    writeFileSync(csv, 'token,decision\nERP,revoke\n')
    expect(await verifyProofFiles({ proofPath, paths: [csv, pdf] })).toEqual({
      is: 'file_changed',
      name: 'report.csv',
    })
    expect(await verifyProofFiles({ proofPath, paths: [pdf] })).toEqual({
      is: 'file_missing',
      name: 'report.csv',
    })
  })

  test('breaks with every word in it that is changed', async () => {
    const { proof } = await signedReport()
    const [first, ...more] = proof.files
    for (const change of [
      { proves: 'activity' },
      { at: '2026-11-21T12:00:00.001Z' },
      { files: more },
      { files: [{ ...first!, sha256: '0'.repeat(64) }, ...more] },
      { files: [...proof.files].toReversed() },
      { facts: { ...proof.facts, tokens: 2 } },
      { facts: { ...proof.facts, more: true } },
      { publicKey: others.publicKey() },
      { publicKey: 'none' },
      { fingerprint: others.fingerprint() },
      { publicKey: others.publicKey(), fingerprint: others.fingerprint() },
      { signature: others.sign(Buffer.from('anything')) },
    ])
      expect(readProof({ ...proof, ...change })).toEqual({ fault: 'signature_wrong' })
  })

  test('that somebody else signed is told by the fingerprint alone', async () => {
    const { proof } = await signedReport()
    const { proves, files, facts } = proof
    const forged = makeProof({ proves, files, facts, at: 0, signing: others })
    expect(readProof(forged)).toMatchObject({ proof: forged })
    expect(readProof(forged, signing.fingerprint())).toEqual({ fault: 'other_key' })
    expect(readProof(proof, signing.fingerprint().replaceAll(':', '').toLowerCase())).toEqual({
      proof,
    })
  })

  test('cannot claim the fingerprint of another key', async () => {
    const { proves, files, facts } = (await signedReport()).proof
    const claimed = { ...others, fingerprint: signing.fingerprint }
    const forged = makeProof({ proves, files, facts, at: 0, signing: claimed })
    expect(readProof(forged, signing.fingerprint())).toEqual({ fault: 'signature_wrong' })
  })

  test('is told from any other file', () => {
    for (const other of [null, 7, {}, { format: 'keyward-proof', version: 2 }])
      expect(readProof(other)).toEqual({ fault: 'not_a_proof' })
  })

  test('is checked by any program that knows RFC 8785 and Ed25519', async () => {
    const { signature, ...signed } = (await signedReport()).proof
    const sorted = JSON.stringify(signed, (_name, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    )
    const key = createPublicKey(signed.publicKey)
    expect(verify(null, Buffer.from(sorted), key, Buffer.from(signature, 'base64'))).toBe(true)
  })
})

test('a number that is written in many ways is not signed', () => {
  expect(canonicalJson({ b: [1, null, 'ž'], a: { d: true, c: '"' } })).toBe(
    '{"a":{"c":"\\"","d":true},"b":[1,null,"ž"]}',
  )
  expect(() => canonicalJson({ a: 0.1 })).toThrow('whole numbers')
})
