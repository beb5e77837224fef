import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { openHouse, type House } from './house.fixture'

let house: House
beforeEach(async () => {
  house = await openHouse({ signedIn: true })
  house.run(`insert into gw.refused_call (at, last_at, calls, method, reason, status, source)
    values (0, 0, 1, 'GET', 'no_token', 401, '10.0.0.7')`)
})

const exportList = {
  'Refused calls': () => house.calls.exportRefused({ page: 0, pageSize: 50 }),
  'Access matrix': async () =>
    house.matrix.exportCsv({ userId: (await house.userNamed('ada')).id }),
}
type List = keyof typeof exportList

it.each<[List, string[]]>([
  ['Refused calls', ['first_at', '1970-01-01T00:00:00.000Z']],
  ['Access matrix', ['token']],
])(
  'the list "%s" is on record when somebody takes it along, with the file and its rows',
  async (list, firsts) => {
    const path = join(house.folder, 'list.csv')
    house.chosenFile.path = path
    const rows = firsts.length - 1
    expect(await exportList[list]()).toEqual({ name: 'list.csv', rows })
    const lines = readFileSync(path, 'utf8').trimEnd().split('\r\n')
    expect(lines.map((line) => line.split(',')[0])).toEqual(firsts)
    expect(house.lastEntry()).toMatchObject({
      action: 'list.exported',
      actorName: 'Ada Admin',
      subjectName: list,
      after: { file: 'list.csv', rows },
    })
    expect(house.announced()).toEqual(['activity'])
  },
)

it.each<List>(['Refused calls', 'Access matrix'])(
  'the list "%s" is not on record where no file was chosen',
  async (list) => {
    house.chosenFile.path = null
    expect(await exportList[list]()).toBeNull()
    expect(house.actions()).not.toContain('list.exported')
    expect(readdirSync(house.folder).filter((name) => name.endsWith('.csv'))).toEqual([])
  },
)
