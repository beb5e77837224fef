import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createSigning } from './crypto/signing'
import { makeProof } from './services/proof-file'
import { provenFile } from './services/verify-proof-files'
import { keyward } from './typed.fixture'

it('the report of an access review is checked with its proof, by whoever was handed them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-report-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [csv, proof] = ['spring.csv', 'spring.proof.json'].map((name) => join(folder, name))
  writeFileSync(csv!, 'token_id,decision\n')
  const signing = createSigning(Buffer.alloc(32, 5))
  const facts = { review: 'Spring', revoke: 3 }
  const files = [await provenFile(csv!)]
  const made = makeProof({ proves: 'access_review', files, facts, at: 0, signing })
  writeFileSync(proof!, JSON.stringify(made))
  const check = (...more: string[]) => keyward({ folder }, ['verify-report', proof!, ...more])

  const sound = await check('--fingerprint', signing.fingerprint())
  expect(sound).toMatchObject({ code: 0, out: expect.stringContaining('as it was signed') })
  expect(sound.out).toContain('Spring')
  const others = createSigning(Buffer.alloc(32, 6)).fingerprint()
  expect(await check('--fingerprint', others)).toMatchObject({ code: 5 })
  appendFileSync(csv!, 'abc,keep\n')
  expect(await check()).toMatchObject({ code: 5, out: expect.stringContaining('was changed') })
  rmSync(proof!)
  expect((await check()).code).toBe(4)
})
