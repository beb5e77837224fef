import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Entity } from './contract/entity'
import { openHouse, type House } from './services/house.fixture'
import { createTransferHost } from './transfer-host'

const project = resolve(import.meta.dirname, '..')
let out: string

/** The thread's own file, as the app is built: a thread of Node's cannot run our sources. */
beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'keyward-worker-'))
  symlinkSync(join(project, 'node_modules'), join(out, 'node_modules'), 'junction')
  await build({
    root: project,
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: join(project, 'electron/transfer-worker.ts'),
      outDir: join(out, 'built'),
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'transfer.mjs' } },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  })
}, 60_000)
afterAll(() => rmSync(out, { recursive: true, force: true }))

const rows = 6_000

function hostOf(house: House) {
  const threads: Worker[] = []
  const reported: string[] = []
  const run = createTransferHost({
    launch: (workerData) => {
      const thread = new Worker(join(out, 'built/transfer.mjs'), { workerData })
      threads.push(thread)
      return thread
    },
    folder: house.folder,
    clockOffset: () => 0,
    report: (text) => void reported.push(text),
  })
  return { run, threads, reported }
}

async function worldWith(host: (house: House) => ReturnType<typeof hostOf>) {
  const house = await openHouse({ signedIn: true })
  const entity = await house.createEntity('orders', {
    name: 'code',
    title: 'Code',
    type: 'string',
    required: false,
    unique: true,
    indexed: true,
  })
  const path = join(house.folder, 'orders.csv')
  const line = (at: number) => `n${at},c${at}\n`
  writeFileSync(path, `number,code\n${Array.from({ length: rows }, (_, at) => line(at)).join('')}`)
  house.chosenFile.path = path
  const { run, threads, reported } = host(house)
  return { house, entity, threads, reported, transfers: house.nextTransfers(run) }
}

type World = Awaited<ReturnType<typeof worldWith>>

async function over({ transfers, entity }: World, id: string) {
  for (;;) {
    const one = (await transfers.list(entity.id)).find((each) => each.id === id)
    if (one?.state !== 'running') return one
    await new Promise((next) => setImmediate(next))
  }
}

async function start(world: World) {
  const chosen = await world.transfers.choose(world.entity.id)
  const asked = { fileId: chosen!.fileId, mode: 'add', key: 'id' } as const
  const { id } = await world.transfers.check(asked)
  expect(await over(world, id)).toMatchObject({ state: 'done', rows, faults: [] })
  return (await world.transfers.start(id)).id
}

/** All that an import leaves, but for ids and moments, which are never the same twice. */
const left = ({ house }: { house: House; entity: Entity }) => ({
  records: house.rows(
    `select r.data, r.version, u.value as code, i.value as indexed from gw.record r
      join gw.record_unique u on u.record_id = r.id join gw.record_index i on i.record_id = r.id
      order by r.data`,
  ),
  counted: house.rows('select records from gw.record_count'),
  keys: house.rows(
    'select (select count(*) from gw.record_unique) + (select count(*) from gw.record_index) as keys',
  ),
  runs: house.rows('select * from gw.import_run'),
})

it('A thread that is killed in the middle leaves whole thousands, and the import goes on to the same end', async () => {
  const killed = await worldWith(hostOf)
  const run = await start(killed)
  for (;;) {
    const [{ records } = { records: 0 }] = killed.house.rows('select records from gw.record_count')
    if (Number(records) >= 2_000) break
    await new Promise((next) => setImmediate(next))
  }
  await killed.threads.at(-1)!.terminate()
  const stopped = await over(killed, run)
  expect(stopped).toMatchObject({ state: 'stopped', failure: { code: 'internal' } })
  const [kept] = killed.house.rows('select created from gw.import_run')
  const [counted] = killed.house.rows('select count(*) as records from gw.record')
  expect(counted?.records).toBe(kept?.created)
  expect(Number(kept?.created) % 1_000).toBe(0)
  expect(Number(kept?.created)).toBeLessThan(rows)

  await killed.transfers.resume(run)
  expect(await over(killed, run)).toMatchObject({ state: 'done', rows })
  const inOneGo = await worldWith(hostOf)
  expect(await over(inOneGo, await start(inOneGo))).toMatchObject({ state: 'done', rows })
  expect(left(killed)).toEqual(left(inOneGo))
  expect(left(killed).records).toHaveLength(rows)
}, 60_000)

it('A thread is told to stop, and does so between two thousands', async () => {
  const world = await worldWith(hostOf)
  const run = await start(world)
  await world.transfers.cancelImport(run)
  const cancelled = await over(world, run)
  expect(cancelled?.state).toBe('cancelled')
  expect(world.house.rows('select count(*) as records from gw.record')).toEqual([
    { records: cancelled?.rows },
  ])
  expect(world.reported).toEqual([])
}, 60_000)

it('A fault of ours in the thread is told for the log, and the import has stopped', async () => {
  const world = await worldWith(hostOf)
  const chosen = await world.transfers.choose(world.entity.id)
  world.house.run('drop table gw.record_unique')
  const { id } = await world.transfers.check({ fileId: chosen!.fileId, mode: 'add', key: 'id' })
  expect(await over(world, id)).toMatchObject({ state: 'stopped', failure: { code: 'internal' } })
  expect(world.reported.join()).toContain('no such table')
}, 60_000)
