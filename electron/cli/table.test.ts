import { expect, it } from 'vitest'
import { createOutput } from './output'
import { allPages } from './pages'
import { createFakeTerminal } from './terminal.fixture'
import type { Column } from './table'

type Row = { name: string; usedAt: number | null }
const columns: Column<Row>[] = [
  { title: 'Name', of: (row) => row.name, tone: () => 'red' },
  { title: 'Used', of: (row) => (row.usedAt === null ? 'never' : 'once') },
]
const rows: Row[] = [
  { name: 'ERP', usedAt: 0 },
  { name: 'Žluťoučký', usedAt: null },
]
async function* pages(...given: Row[][]) {
  yield* given
}

async function shownAs({ json = false, colour = false, given = [rows] } = {}) {
  const { terminal, shown } = createFakeTerminal({})
  const output = createOutput({ ...terminal, hasColour: colour }, json)
  await output.rows(pages(...given), columns, 'None.')
  return shown
}

it('a table has its columns aligned and no blanks at the end of a line', async () => {
  const { out } = await shownAs()
  expect(out).toBe('NAME       USED\nERP        once\nŽluťoučký  never\n')
})

it('colours do not move the columns', async () => {
  const { out } = await shownAs({ colour: true })
  expect(out).toContain('\u001B[31mERP\u001B[39m        once')
})

it('programs get one JSON array, also of nothing, with moments as ISO 8601', async () => {
  const { out } = await shownAs({ json: true })
  expect(JSON.parse(out)).toEqual([
    { name: 'ERP', usedAt: '1970-01-01T00:00:00.000Z' },
    { name: 'Žluťoučký', usedAt: null },
  ])
  expect(JSON.parse((await shownAs({ json: true, given: [[]] })).out)).toEqual([])
})

it('nothing to list is said to people, and not among the answers', async () => {
  expect(await shownAs({ given: [[]] })).toMatchObject({ out: '', err: 'None.\n' })
})

it('a list is asked for page by page, to its end and no further', async () => {
  const asked: number[] = []
  const all: number[] = []
  const list = allPages(async ({ page, pageSize }) => {
    asked.push(page)
    const from = page * pageSize
    return {
      rows: Array.from({ length: Math.min(pageSize, 250 - from) }, (_, i) => from + i),
      total: 250,
    }
  })
  for await (const some of list) all.push(...some)
  expect(all).toEqual(Array.from({ length: 250 }, (_, i) => i))
  expect(asked).toEqual([0, 1, 2])
})
