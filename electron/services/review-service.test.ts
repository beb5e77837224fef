import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ReviewDecision, ReviewVote } from '../contract/review'
import type { Entity } from '../contract/entity'
import type { Review } from '../contract/review'
import type { User } from '../contract/user'
import { TokenFilter } from '../contract/inventory'
import { openHouse, refusalOf, type House } from './house.fixture'
import type { Report } from './report-html'
import { verifyBesideProof } from './verify-proof-files'

let house: House
let sap: User
let invoices: Entity

beforeEach(async () => {
  house = await openHouse({ signedIn: true })
  sap = await house.users.create({
    kind: 'service_account',
    username: 'sap',
    displayName: 'SAP Finance',
    signIn: null,
  })
  invoices = await house.createEntity('invoices')
})

const issue = async (name: string) =>
  (
    await house.tokens.create({
      userId: sap.id,
      name,
      note: '',
      system: '',
      contact: '',
      keptIn: '',
      expiry: { kind: 'days', days: 30, zone: 'UTC' },
      grants: [{ entityId: invoices.id, permissions: ['read', 'write', 'delete'] }],
      enabled: true,
      start: null,
      networks: [],
      callsPerMinute: null,
    })
  ).token

const start = (filter: object = {}) =>
  house.reviews.start({ name: 'Spring', filter: TokenFilter.parse(filter) })

const decide = (
  review: Review,
  position: number,
  decision: ReviewDecision,
  more: Partial<ReviewVote> = {},
) =>
  house.reviews.decide({
    id: review.id,
    position,
    decision,
    grants: [],
    reason: decision === 'keep' ? '' : 'Nobody needs it.',
    ...more,
  })

const onlyRead = () => [{ entityId: invoices.id, permissions: ['read' as const] }]

const items = async (review: Review) =>
  (await house.reviews.items({ id: review.id, show: 'all', page: 0, pageSize: 50 })).rows

describe('a review', () => {
  it('is of the tokens that there were at its start, and of no later ones', async () => {
    await issue('ERP')
    await issue('Shop')
    const review = await start({ search: 'sap' })
    expect(review).toMatchObject({ name: 'Spring', startedBy: 'Ada Admin', tokens: 2, keep: 0 })
    await issue('Later')
    expect((await items(review)).map((one) => one.tokenName)).toEqual(['ERP', 'Shop'])
    expect(house.lastEntry()).toMatchObject({ action: 'token.created' })
    expect(house.actions()).toContain('review.started')
  })

  it('of no token, or of more than anybody would walk through, is not started', async () => {
    await issue('ERP')
    expect(await refusalOf(start({ search: 'nothing like it' }))).toEqual({
      code: 'review_empty',
      field: 'filter',
    })
    expect(house.rows('select * from review')).toEqual([])
  })

  it('needs a reason for anything but keeping, and a narrowing that leaves less', async () => {
    await issue('ERP')
    const review = await start()
    const all = [{ entityId: invoices.id, permissions: ['read', 'write', 'delete'] as const }]
    const grants = all.map((one) => ({ ...one, permissions: [...one.permissions] }))
    expect(await refusalOf(decide(review, 0, 'narrow', { grants }))).toEqual({
      code: 'not_narrower',
      field: 'grants',
    })
    const everywhere = [{ entityId: null, permissions: ['read' as const] }]
    expect(await refusalOf(decide(review, 0, 'narrow', { grants: everywhere }))).toMatchObject({
      code: 'not_narrower',
    })
    expect(await decide(review, 0, 'narrow', { grants: onlyRead() })).toMatchObject({ narrow: 1 })
    expect(house.lastEntry()).toMatchObject({
      action: 'review.decided',
      subjectName: 'ERP',
      after: { decision: 'narrow', permissions: ['Invoices: Read'], reason: 'Nobody needs it.' },
    })
    expect(house.rows('select permissions from token_grant')).toEqual([{ permissions: 7 }])
  })
})

describe('applying a review', () => {
  it('keeps, narrows and revokes in one step, as one group of entries', async () => {
    const [erp, shop, old] = [await issue('ERP'), await issue('Shop'), await issue('Till')]
    const review = await start()
    await decide(review, 0, 'keep')
    await decide(review, 1, 'narrow', { grants: onlyRead() })
    expect(await refusalOf(house.reviewApply.apply({ id: review.id, version: 3 }))).toEqual({
      code: 'review_undecided',
    })
    const { version } = await decide(review, 2, 'revoke')
    house.use(old.id, house.now() - 1_000)
    const plan = await house.reviewApply.plan(review.id)
    expect(plan).toMatchObject({
      revoke: [{ tokenId: old.id }],
      narrow: [{ tokenId: shop.id }],
      unfit: [],
      undecided: 0,
    })
    house.gateway.told.length = 0
    const { value } = await house.reviewApply.apply({ id: review.id, version })
    expect(value).toMatchObject({ state: 'applied', endedBy: 'Ada Admin' })
    expect(house.gateway.told).toHaveLength(1)
    expect(await house.tokens.get(erp.id)).toMatchObject({ status: 'active', version: 1 })
    expect((await house.tokens.get(shop.id)).grants).toMatchObject([{ permissions: ['read'] }])
    expect(await house.tokens.get(old.id)).toMatchObject({ status: 'revoked' })
    expect((await items(review)).map((one) => one.outcome)).toEqual(['kept', 'narrowed', 'revoked'])
    const groups = house.rows(
      'select group_id, count(*) as entries from activity where group_id is not null group by 1',
    )
    expect(groups).toEqual([{ group_id: expect.stringMatching(/^access_review:/), entries: 3 }])
    // The narrowed token is as genuine as before: its new rights are sealed.
    expect(await house.store.tokens.rights(shop.id)).toMatchObject({ version: 2 })
    expect(
      (
        await house.explain({
          tokenId: shop.id,
          entity: 'invoices',
          permission: 'read',
          at: null,
          source: null,
          secret: 'in_use',
        })
      ).allowed,
    ).toBe(true)
  })

  it('leaves alone what changed so much that the decision would give it something', async () => {
    const erp = await issue('ERP')
    const review = await start()
    const { version } = await decide(review, 0, 'narrow', { grants: onlyRead() })
    await house.tokens.setPermissions({
      id: erp.id,
      version: 1,
      entityId: invoices.id,
      permissions: ['write'],
    })
    expect(await house.reviewApply.plan(review.id)).toMatchObject({
      narrow: [],
      unfit: [{ tokenId: erp.id }],
    })
    await house.reviewApply.apply({ id: review.id, version })
    expect((await house.tokens.get(erp.id)).grants).toMatchObject([{ permissions: ['write'] }])
    expect((await items(review))[0]?.outcome).toBe('not_applied')
  })

  it('revokes a token whose row was edited outside Keyward too, and its entry says so', async () => {
    await issue('ERP')
    const review = await start()
    const { version } = await decide(review, 0, 'revoke')
    house.run('update token set enabled = 0')
    await house.reviewApply.apply({ id: review.id, version })
    expect(house.rows('select revoked_at from token')).toEqual([{ revoked_at: house.now() }])
    const [entry] = house.rows("select before, after from activity where action = 'token.revoked'")
    expect(JSON.parse(String(entry?.before))).toMatchObject({ tampered: true })
    expect(JSON.parse(String(entry?.after))).toMatchObject({ status: 'revoked', review: 'Spring' })
  })

  it('is refused when somebody decided otherwise since the dialog was opened, and after the end', async () => {
    await issue('ERP')
    const review = await start()
    const { version } = await decide(review, 0, 'revoke')
    const later = await decide(review, 0, 'keep')
    const apply = (ifVersion: number) =>
      house.reviewApply.apply({ id: review.id, version: ifVersion })
    expect(await refusalOf(apply(version))).toEqual({ code: 'changed_meanwhile' })
    await house.reviews.cancel({ id: review.id, version: later.version })
    expect(await refusalOf(apply(later.version + 1))).toEqual({ code: 'review_over' })
    expect(await refusalOf(decide(review, 0, 'revoke'))).toEqual({ code: 'review_over' })
    expect(house.rows('select revoked_at from token')).toEqual([{ revoked_at: null }])
  })
})

describe('the report of a review', () => {
  async function reported() {
    await issue('=cmd()')
    const review = await start()
    await decide(review, 0, 'revoke')
    let printed: Report | null = null
    house.printing(async (page) => ((printed = page), Buffer.from('%PDF-1.7 of a test')))
    house.chosenFile.path = join(house.folder, 'spring.pdf')
    const file = await house.reviewReport(review.id)
    return { review, file, printed: printed as Report | null }
  }
  const verified = (expectedFingerprint?: string) =>
    verifyBesideProof({
      proofPath: join(house.folder, 'spring.proof.json'),
      ...(expectedFingerprint && { expectedFingerprint }),
    })

  it('is a page for people and a list for programs, signed together', async () => {
    const { file, printed } = await reported()
    expect(file).toEqual({ name: 'spring.pdf', rows: 1 })
    expect(printed?.rows[0]?.slice(0, 2)).toEqual([
      expect.stringContaining('=cmd()'),
      'SAP Finance',
    ])
    const csv = readFileSync(join(house.folder, 'spring.csv'), 'utf8')
    expect(csv).toContain("'=cmd(),SAP Finance")
    expect(csv).toContain('Nobody needs it.')
    expect(await verified(house.signing.fingerprint())).toMatchObject({
      is: 'genuine',
      proof: { proves: 'access_review', facts: { tokens: 1, revoke: 1 } },
    })
    expect(house.lastEntry()).toMatchObject({ action: 'list.exported', subjectName: 'Spring' })
  })

  it('that was changed afterwards is no longer what was signed', async () => {
    await reported()
    const csv = join(house.folder, 'spring.csv')
    writeFileSync(csv, readFileSync(csv, 'utf8').replace('revoke', 'keep'))
    expect(await verified()).toEqual({ is: 'file_changed', name: 'spring.csv' })
    rmSync(csv)
    expect(await verified()).toEqual({ is: 'file_missing', name: 'spring.csv' })
  })

  it('replaces no file that the dialog did not ask about', async () => {
    writeFileSync(join(house.folder, 'spring.csv'), 'mine')
    expect(await refusalOf(reported())).toMatchObject({ code: 'proof_in_the_way' })
    expect(readFileSync(join(house.folder, 'spring.csv'), 'utf8')).toBe('mine')
  })
})
