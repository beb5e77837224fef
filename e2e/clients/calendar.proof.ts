import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { NewToken } from '../../electron/contract/token'
import { TokenListExport } from '../../electron/contract/token-export'
import { openWorld } from './world'

const nasty = String.raw`Ünïcode; "quoted", back\slash: ${'long '.repeat(15)}🔑`

test('a calendar program reads the exported expiries: days, reminders, odd names, and an update of the same event', async () => {
  const { house } = await openWorld()
  const { id: userId } = await house.userNamed('ada')
  const { token, secret } = await house.tokens.create(
    NewToken.parse({
      userId,
      name: nasty,
      contact: 'Grace, Hopper; Navy',
      expiry: { kind: 'days', days: 45, zone: 'Europe/Prague' },
      grants: [],
    }),
  )
  const first = await exported(house)
  expect(first.text).not.toContain(secret.slice(16, 59))
  const [event, ...more] = readByPython(first.path)
  expect(more).toEqual([])
  const ends = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Prague' })
  expect(event).toMatchObject({
    uid: `${token.id}@tokens.keyward`,
    sequence: 1,
    start: ends.format(token.expiresAt!),
    summary: `Token ${nasty} of Ada Admin expires`,
    // 60 days before are over; 30, 14, 7 and 1 days before and on the day, at nine o'clock.
    alarms: [30, 14, 7, 1, 0].map((days) => (9 - 24 * days) * 3600),
  })
  expect(event!.description).toContain('Contact: Grace, Hopper; Navy\n')
  expect(Math.max(...first.text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThan(
    76,
  )

  await house.tokens.setEnabled({ id: token.id, version: 1, enabled: false })
  const [again] = readByPython((await exported(house)).path)
  expect(again).toMatchObject({ uid: event!.uid, sequence: 2 })
})

type House = Awaited<ReturnType<typeof openWorld>>['house']

async function exported(house: House) {
  const path = join(house.folder, 'expiries.ics')
  house.chosenFile.path = path
  const asked = { filter: {}, order: {}, format: 'ics', title: 'Expiries', described: [] }
  await house.tokenExports.exportList(TokenListExport.parse({ ...asked, zone: 'Europe/Prague' }))
  return { path, text: readFileSync(path, 'utf8') }
}

type Event = {
  uid: string
  sequence: number
  start: string
  summary: string
  description: string
  /** Seconds from the beginning of the day. */
  alarms: number[]
}

/** As icalendar, which many calendar programs in Python are built on, has the file. */
function readByPython(path: string): Event[] {
  const program = `
import json, sys
from icalendar import Calendar
events = Calendar.from_ical(open(sys.argv[1], 'rb').read()).walk('VEVENT')
print(json.dumps([{
  'uid': str(event['UID']), 'sequence': int(event['SEQUENCE']),
  'start': event['DTSTART'].dt.isoformat(),
  'summary': str(event['SUMMARY']), 'description': str(event['DESCRIPTION']),
  'alarms': [int(alarm['TRIGGER'].dt.total_seconds()) for alarm in event.walk('VALARM')],
} for event in events]))`
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', program, path], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Event[]
}
