import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { leakLimits, type SecretMatch } from '../contract/leak'
import { createTokenFormat } from '../crypto/token-format'
import { scanPaths, scanText } from './leak-scan'

const format = createTokenFormat({ randomBytes })
const parse = format.parse
const judge = vi.fn(async (): Promise<SecretMatch> => 'own_secret')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyward-scan-'))
  judge.mockClear()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

const at = (...names: string[]) => join(folder, ...names)
const scan = (...paths: string[]) =>
  scanPaths(paths.length > 0 ? paths : [folder], { parse, judge })
const shown = (name: string) => `${folder.slice(tmpdir().length + 1)}/${name}`

test('every token in a folder is named by its ID, with its file and line, and no secret is told', async () => {
  const { token, tokenId } = format.make('u')
  mkdirSync(at('deep', 'er'), { recursive: true })
  writeFileSync(at('deep', 'er', 'app.log'), `fine\nAuthorization: Bearer ${token}\n`)
  writeFileSync(at('clean.txt'), 'nothing in here')
  const result = await scan()
  expect(result).toMatchObject({
    state: 'done',
    files: 2,
    findings: [
      {
        tokenId,
        match: 'own_secret',
        count: 1,
        places: [{ path: shown('deep/er/app.log'), line: 2, offset: 27 }],
      },
    ],
  })
  expect(JSON.stringify(result)).not.toContain(token.slice(17, 60))
})

test('a secret is judged once, however often it stands there, and its places are counted', async () => {
  const { token, tokenId } = format.make('u')
  writeFileSync(at('app.log'), `${token}\n`.repeat(5000))
  const { findings } = await scan(at('app.log'))
  expect(findings).toMatchObject([{ tokenId, count: 5000 }])
  expect(findings[0]?.places).toHaveLength(leakLimits.places)
  expect(findings[0]?.places.at(-1)).toMatchObject({ line: leakLimits.places })
  expect(judge).toHaveBeenCalledOnce()
})

test('tokens are found in UTF-16, in a .gz, in a binary file, and in a line of many megabytes', async () => {
  const tokens = Array.from({ length: 4 }, () => format.make('s'))
  const [utf16, packed, binary, long] = tokens.map(({ token }) => String(token))
  writeFileSync(at('a-utf16.txt'), Buffer.from(`\u{FEFF}first\nsecond ${utf16}`, 'utf16le'))
  writeFileSync(at('b.log.gz'), gzipSync(`${'x'.repeat(3_000_000)}\n${packed}`))
  writeFileSync(at('c.bin'), Buffer.concat([Buffer.alloc(9000), Buffer.from(binary!)]))
  writeFileSync(at('d.json'), `${'y'.repeat(5_000_000)}${long}`)
  const { findings, files } = await scan()
  expect(files).toBe(4)
  const placeOf = (place: number) =>
    findings.find(({ tokenId }) => tokenId === tokens[place]?.tokenId)?.places
  expect(placeOf(0)).toEqual([{ path: shown('a-utf16.txt'), line: 2, offset: 28 }])
  expect(placeOf(1)).toEqual([{ path: shown('b.log.gz'), line: 2, offset: 3_000_001 }])
  expect(placeOf(2)).toEqual([{ path: shown('c.bin'), line: null, offset: 9000 }])
  expect(placeOf(3)).toEqual([{ path: shown('d.json'), line: 1, offset: 5_000_000 }])
})

test('links are not followed but counted, pipes are passed by, and what cannot be read is named', async () => {
  const { token, tokenId } = format.make('u')
  writeFileSync(at('real.txt'), token)
  symlinkSync(folder, at('circle'))
  symlinkSync(at('real.txt'), at('second-name'))
  execFileSync('mkfifo', [at('pipe')])
  writeFileSync(at('broken.gz'), gzipSync(randomBytes(4000)).subarray(0, 2000))
  writeFileSync(at('bundle.zip'), Buffer.from('504b0304aabb', 'hex'))
  writeFileSync(at('report.pdf'), '%PDF-1.4 and so on')
  const result = await scan(folder, at('gone'))
  expect(result).toMatchObject({ links: 2, unreadCount: 4, findings: [{ tokenId, count: 1 }] })
  expect(result.unread).toEqual(
    expect.arrayContaining([
      { path: shown('broken.gz'), reason: 'damaged' },
      { path: shown('bundle.zip'), reason: 'archive' },
      { path: shown('report.pdf'), reason: 'archive' },
      { path: 'gone', reason: 'not_readable' },
    ]),
  )
})

test.skipIf(process.getuid?.() === 0)(
  'a file that may not be read is listed, and the others are searched',
  async () => {
    const { token } = format.make('u')
    writeFileSync(at('closed.txt'), token)
    chmodSync(at('closed.txt'), 0)
    writeFileSync(at('open.txt'), token)
    const result = await scan()
    expect(result.unread).toEqual([{ path: shown('closed.txt'), reason: 'not_readable' }])
    expect(result.findings).toMatchObject([{ count: 1 }])
  },
)

test('a link that was chosen itself is followed', async () => {
  const { token, tokenId } = format.make('u')
  mkdirSync(at('there'))
  writeFileSync(at('there', 'x'), token)
  symlinkSync(at('there'), at('link'))
  expect(await scan(at('link'))).toMatchObject({ findings: [{ tokenId }] })
})

test('a file that is called by a token is found, and shown without the secret', async () => {
  const { token, tokenId } = format.make('u')
  writeFileSync(at(`${token}.txt`), 'nothing')
  writeFileSync(at(`${token.replaceAll('_', '%5F')}.txt`), 'nothing')
  const result = await scan()
  const place = { path: shown(`kwu_${tokenId}_….txt`), line: null, offset: null }
  expect(result.findings).toEqual([
    { tokenId, match: 'own_secret', count: 2, places: [place, place] },
  ])
})

test('a scan that is cancelled ends at once and tells what it found until then', async () => {
  writeFileSync(at('a.bin'), '')
  truncateSync(at('a.bin'), 64 * 1_048_576)
  let pieces = 0
  const result = await scanPaths([folder], {
    parse,
    judge,
    isCancelled: () => pieces > 2,
    onProgress: () => void (pieces += 1),
  })
  expect(result).toMatchObject({ state: 'cancelled', findings: [] })
  expect(result.bytes).toBeLessThan(8 * 1_048_576)
})

test('a file full of made-up tokens can neither hide one of ours nor fill the memory', async () => {
  const made = Array.from({ length: leakLimits.foreign + 50 }, () => format.make('u'))
  const ours = made.at(-1)!
  writeFileSync(at('flood.txt'), made.map(({ token }) => token).join('\n'))
  const result = await scanPaths([folder], {
    parse,
    judge: async (_token, tokenId) => (tokenId === ours.tokenId ? 'own_secret' : 'not_here'),
  })
  expect(result.findings).toHaveLength(leakLimits.foreign + 1)
  expect(result.findings[0]).toMatchObject({ tokenId: ours.tokenId, match: 'own_secret' })
  expect(result.unlisted).toBe(49)
})

test('two secrets under one ID are two findings: the right one weighs more', async () => {
  const { token, tokenId } = format.make('u')
  const other = format.make('u')
  const result = await scanText(`${other.token}\n${token}`, {
    parse,
    judge: async (text) => (text === token ? 'own_secret' : 'other_secret'),
  })
  expect(result.findings.map(({ match }) => match)).toEqual(['own_secret', 'other_secret'])
  expect(result.findings[0]).toMatchObject({ tokenId, places: [{ path: '', line: 2 }] })
})
