import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { TokenId } from '../contract/id'
import { day } from '../contract/time'
import { activityEntry, keyward, tokenSubject } from './activity-entry'
import { openHouse, refusalOf, type House } from './house.fixture'

async function houseWithTokens(...names: string[]) {
  const house = await openHouse({ signedIn: true })
  const user = await house.users.create({
    kind: 'service_account',
    username: 'erp',
    displayName: 'ERP',
    signIn: null,
  })
  const issued = []
  for (const name of names)
    issued.push(
      await house.tokens.create({
        userId: user.id,
        name,
        note: '',
        system: '',
        contact: '',
        keptIn: '',
        expiry: { kind: 'days', days: 30, zone: 'UTC' },
        grants: [],
        enabled: true,
        start: null,
        networks: [],
        callsPerMinute: null,
      }),
    )
  return { house, user, issued }
}

async function scanned(house: House, begun: Promise<{ id: string } | null>) {
  const { id } = (await begun)!
  for (;;) {
    const scan = await house.leaks.current()
    if (scan?.id === id && scan.state !== 'running') return scan
    await new Promise((next) => setImmediate(next))
  }
}

const statuses = (house: House) => house.rows('select name, revoked_at from token order by name')

test('a folder is scanned: the token of ours is told with its name, user and status, and kept is no secret', async () => {
  const { house, issued } = await houseWithTokens('SAP', 'Shop')
  const logs = join(house.folder, 'logs')
  mkdirSync(logs)
  writeFileSync(join(logs, 'app.log'), `ok\nauth ${issued[0]!.secret}\n`)
  house.chosenFile.path = logs
  const before = house.actions().length
  const scan = await scanned(house, house.leaks.scanFolder())
  expect(scan).toMatchObject({
    name: 'logs',
    state: 'done',
    files: 1,
    tokens: 1,
    matches: { own_secret: 1, other_secret: 0, not_here: 0 },
    revocable: 1,
  })
  const { rows } = await house.leaks.list({ id: scan.id, page: 0, pageSize: 50 })
  expect(rows).toMatchObject([
    {
      tokenId: issued[0]!.token.id,
      match: 'own_secret',
      count: 1,
      places: [{ path: 'logs/app.log', line: 2, offset: 8 }],
      known: { token: { name: 'SAP', status: 'active' }, userName: 'ERP' },
    },
  ])
  const secret = issued[0]!.secret.slice(17)
  expect(JSON.stringify([scan, rows])).not.toContain(secret)
  expect(house.everythingStored()).not.toContain(secret)
  expect(house.actions()).toHaveLength(before)
})

test('a pasted text: a token of ours, one with an ID of ours and another secret, and one of nobody', async () => {
  const { house, issued } = await houseWithTokens('SAP')
  const { house: elsewhere, issued: foreign } = await houseWithTokens('Foreign')
  const forged = await forgedSecret(issued[0]!.token.id)
  const scan = await scanned(
    house,
    house.leaks.scanPasted(`${issued[0]!.secret}\n${forged} ${foreign[0]!.secret}`),
  )
  expect(elsewhere.folder).not.toBe(house.folder)
  expect(scan).toMatchObject({
    name: null,
    matches: { own_secret: 1, other_secret: 1, not_here: 1 },
    revocable: 1,
  })
  const { rows } = await house.leaks.list({ id: scan.id, page: 0, pageSize: 50 })
  expect(rows.map(({ match, known }) => [match, known?.token.name])).toEqual([
    ['own_secret', 'SAP'],
    ['other_secret', 'SAP'],
    ['not_here', undefined],
  ])
})

test('a secret that was rotated is told from one that never was: retired, or still valid for a while', async () => {
  const { house, issued } = await houseWithTokens('SAP')
  const { token, secret } = issued[0]!
  const { rightsMac: _, version, ...rights } = (await house.store.tokens.rights(token.id))!
  const rotatedTo = async (validUntil: number) => {
    const { keyNumber, digest } = rights
    const set = {
      digest: Buffer.alloc(32, 9),
      secretNumber: 2,
      oldSecrets: [{ number: 1, keyNumber, digest, validUntil }],
    }
    const last = await house.store.tokens.rights(token.id)
    await house.store.tokens.update(
      [
        {
          id: token.id,
          ifVersion: last!.version,
          set,
          rightsMac: house.seals.rights({ ...rights, ...set }),
          activity: activityEntry({
            at: house.now(),
            actor: keyward,
            action: 'token.enabled',
            subject: tokenSubject(token),
          }),
        },
      ],
      house.now(),
    )
  }
  expect(version).toBe(1)
  await rotatedTo(house.now() + day)
  const during = await scanned(house, house.leaks.scanPasted(secret))
  expect(during).toMatchObject({ matches: { own_secret: 1, old_secret: 0 }, revocable: 1 })
  await rotatedTo(house.now())
  const after = await scanned(house, house.leaks.scanPasted(secret))
  expect(after).toMatchObject({ matches: { own_secret: 0, old_secret: 1 }, revocable: 0 })
})

test('what was found is revoked in one transaction, each token with its entry, and the gateway forgets', async () => {
  const { house, issued } = await houseWithTokens('A', 'B', 'C')
  house.use(issued[1]!.token.id, house.now() - day)
  await house.tokens.revoke({ id: issued[2]!.token.id })
  const text = issued.map(({ secret }) => secret).join('\n')
  const scan = await scanned(house, house.leaks.scanPasted(text))
  const { rows } = await house.leaks.revocable(scan.id)
  expect(rows.map(({ token }) => token.name)).toEqual(['B', 'A'])
  const forgot = house.gateway.told.length
  const done = await house.leaks.revoke(scan.id)
  expect(done.value).toEqual({ revoked: 2 })
  expect(house.gateway.told.slice(forgot)).toEqual(['forget'])
  expect(statuses(house).every(({ revoked_at: at }) => at !== null)).toBe(true)
  expect(house.actions().slice(-2)).toEqual(['token.revoked', 'token.revoked'])
  expect(house.lastEntry()).toMatchObject({
    action: 'token.revoked',
    actorName: 'Ada Admin',
    before: { status: 'active' },
    after: { status: 'revoked' },
  })
  const groups = house.rows(
    "select distinct group_id from activity where action = 'token.revoked' and group_id is not null",
  )
  expect(groups).toEqual([{ group_id: expect.stringMatching(/^scan:/) }])
  expect(await house.activity.verify()).toMatchObject({ brokenAt: null })
  expect(await house.leaks.current()).toMatchObject({ revocable: 0 })
  // Its rights are sealed anew: neither row was tampered with by that.
  for (const { token } of issued) {
    const { rightsMac, version, ...rights } = (await house.store.tokens.rights(token.id))!
    expect(house.seals.rights(rights).equals(rightsMac), `${token.name} ${version}`).toBe(true)
  }
})

test('a token whose ID alone is in a text with a made-up secret is not revoked', async () => {
  const { house, issued } = await houseWithTokens('SAP')
  const forged = await forgedSecret(issued[0]!.token.id)
  const scan = await scanned(house, house.leaks.scanPasted(forged))
  expect(await house.leaks.revocable(scan.id)).toEqual({ rows: [], total: 0 })
  expect((await house.leaks.revoke(scan.id)).value).toEqual({ revoked: 0 })
  expect(statuses(house)).toEqual([{ name: 'SAP', revoked_at: null }])
})

test('none is revoked when the entry of one cannot be written', async () => {
  const { house, issued } = await houseWithTokens('A', 'B')
  const scan = await scanned(
    house,
    house.leaks.scanPasted(issued.map(({ secret }) => secret).join(' ')),
  )
  const last = house.rows('select max(seq) as seq from activity')[0]?.seq
  house.run(`create trigger no_room before insert on activity when new.seq = ${Number(last) + 2}
    begin select raise(abort, 'no room'); end`)
  await expect(house.leaks.revoke(scan.id)).rejects.toThrow('no room')
  expect(statuses(house).map(({ revoked_at: at }) => at)).toEqual([null, null])
})

test('one scan at a time; a cancelled one says so, and its results are gone with whoever signs out', async () => {
  const { house } = await houseWithTokens()
  house.chosenFile.path = house.folder
  const begun = await house.leaks.scanFolder()
  expect(await refusalOf(house.leaks.scanPasted('x'))).toEqual({ code: 'scan_running' })
  expect(await refusalOf(house.leaks.cancel('another'))).toEqual({ code: 'not_found' })
  await house.leaks.cancel(begun!.id)
  expect(await scanned(house, Promise.resolve(begun))).toMatchObject({ state: 'cancelled' })
  house.leaks.forget()
  expect(await house.leaks.current()).toBeNull()
  house.chosenFile.path = null
  expect(await house.leaks.scanFile()).toBeNull()
})

/** As anybody can write it who knows an ID. */
async function forgedSecret(id: TokenId) {
  const { createTokenFormat } = await import('../crypto/token-format')
  const { toBase62 } = await import('../crypto/base62')
  const { crc32 } = await import('node:zlib')
  const format = createTokenFormat({ randomBytes: (size) => Buffer.alloc(size, 5) })
  const { token } = format.make('s')
  const unchecked = `kws_${id}_${token.slice(17, 60)}`
  return unchecked + toBase62(BigInt(crc32(unchecked)), 6)
}
