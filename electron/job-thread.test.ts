import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTokenFormat } from './crypto/token-format'
import { runJob } from './job-thread'
import type { ScanResult } from './services/leak-scan'
import type { ScanAnswer, ScanProgress, ScanQuestion } from './services/scan-order'

const project = resolve(import.meta.dirname, '..')
let out: string

/** The thread's own file, as the app is built: a thread of Node's cannot run our sources. */
beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'keyward-job-'))
  symlinkSync(join(project, 'node_modules'), join(out, 'node_modules'), 'junction')
  await build({
    root: project,
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: join(project, 'electron/leak-scan-worker.ts'),
      outDir: join(out, 'built'),
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'scan.mjs' } },
    },
    ssr: { noExternal: true },
  })
}, 60_000)
afterAll(() => rmSync(out, { recursive: true, force: true }))

const { token, tokenId } = createTokenFormat({ randomBytes }).make('u')

function scan(file: string, answer: (question: ScanQuestion) => Promise<ScanAnswer>) {
  const told: ScanProgress[] = []
  const reported: string[] = []
  const begun = Promise.withResolvers<void>()
  let thread: Worker | null = null
  const job = runJob<ScanProgress, ScanQuestion, ScanAnswer, ScanResult>({
    launch: (workerData) => (thread = new Worker(join(out, 'built/scan.mjs'), { workerData })),
    order: { paths: [file] },
    progress: (progress) => {
      told.push(progress)
      begun.resolve()
    },
    answer,
    report: (text) => void reported.push(text),
  })
  return { job, told, reported, begun: begun.promise, thread: () => thread! }
}

const fileWith = (content: string, bytes = 0) => {
  const path = join(out, 'scanned.bin')
  writeFileSync(path, content)
  if (bytes > 0) truncateSync(path, bytes)
  return path
}

it('A thread scans, asks main about each secret once, and ends', async () => {
  const asked: string[] = []
  const { job, told, reported, thread } = scan(fileWith(`${token} ${token}`), async (question) => {
    asked.push(question.token)
    return 'own_secret'
  })
  const gone = new Promise((exited) => void thread().once('exit', exited))
  expect(await job.ended).toMatchObject({
    state: 'done',
    findings: [{ tokenId, match: 'own_secret', count: 2 }],
  })
  expect(await gone).toBe(0)
  expect(asked).toEqual([token])
  expect(told[0]).toMatchObject({ totalBytes: 133 })
  expect(reported).toEqual([])
})

it('A thread that is told to stop does so between two pieces, and tells what it had', async () => {
  const { job, begun } = scan(fileWith(token, 8 * 2 ** 30), async () => 'own_secret')
  await begun
  job.cancel()
  const ended = await job.ended
  expect(ended).toMatchObject({ state: 'cancelled', findings: [{ tokenId }] })
  expect(ended!.bytes).toBeLessThan(8 * 2 ** 30)
})

it('A thread that dies has ended without a result', async () => {
  const { job, begun, thread } = scan(fileWith('', 8 * 2 ** 30), async () => 'own_secret')
  await begun
  await thread().terminate()
  expect(await job.ended).toBeNull()
})

it('A question that main cannot answer ends the thread, and is told for the log', async () => {
  const { job, reported } = scan(fileWith(token), async () => {
    throw new Error('the registry is closed')
  })
  expect(await job.ended).toBeNull()
  expect(reported.join()).toContain('the registry is closed')
})
