import Database from 'better-sqlite3'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { runUserImport } from '../compose-user-import'
import { createClientFormat } from '../crypto/client-format'
import { createSeals, deriveKeys } from '../crypto/keys'
import { createSigning } from '../crypto/signing'
import { createTokenFormat } from '../crypto/token-format'
import type { NewEntity } from '../contract/entity'
import type { TokenId } from '../contract/id'
import { createSqliteRegistry } from '../store/sqlite/sqlite-registry'
import { tlsFileReader } from '../tls-files'
import { createAccessService } from './access-service'
import { createAccountExports } from './account-exports'
import { createActivityService } from './activity-service'
import { createRevokeTokens } from './bulk-revocation'
import { createAttentionService } from './attention-service'
import { createBackupService } from './backup-service'
import { createBulkService } from './bulk-service'
import { createCallService } from './call-service'
import { createChangeToken } from './change-token'
import { createClientService } from './client-service'
import { createClockService } from './clock-service'
import { createClipboardService } from './clipboard-service'
import { createDigestService } from './digest-service'
import { createEntityService } from './entity-service'
import { createExpiryService } from './expiry-service'
import { createExplain } from './explain'
import { createFakeGateway } from './gateway.fixture'
import { createGatewayService } from './gateway-service'
import { createIdentify } from './identify'
import { sparingOwnFiles } from './own-files'
import { createJudgeSecret } from './judge-secret'
import { scanPaths } from './leak-scan'
import { createLeakService } from './leak-service'
import { createMatrixService } from './matrix-service'
import { createOffboardingService } from './offboarding-service'
import { createNarrowService } from './narrow-service'
import { createOverviewService } from './overview-service'
import { createFakePasswords } from './passwords.fixture'
import { createPolicyService } from './policy-service'
import { createRecordService } from './record-service'
import { Refusal } from './refusal'
import { createReminderService } from './reminder-service'
import { createReminderSettings } from './reminder-settings'
import type { Notice } from './reminder-words'
import { createRotationService } from './rotation-service'
import { createRouteSetService } from './route-set-service'
import { createSampleCalls } from './sample-calls'
import { createSavedViewService } from './saved-view-service'
import { createSessionService } from './session-service'
import { createReviewApply } from './review-apply'
import { createReviewReport } from './review-report'
import { createReviewService } from './review-service'
import { createSettingsService } from './settings-service'
import { runHere, type AtStep } from './transfers.fixture'
import type { PrintReport } from './report-html'
import type { RunTransfer } from './transfer-order'
import { createSteadyClock } from './steady-clock'
import { createTransferService } from './transfer-service'
import { createTableViewService } from './table-view-service'
import { createTokenExportService } from './token-export-service'
import { createTokenService } from './token-service'
import { createTryCall } from './try-call'
import { createUsageService } from './usage-service'
import { createUserImportService } from './user-import-service'
import { createUserService } from './user-service'
import { createUuidV7 } from './uuid-v7'

export type House = Awaited<ReturnType<typeof openHouse>>

/** What was refused, as a plain value; fails where nothing was. */
export async function refusalOf(work: Promise<unknown>) {
  try {
    await work
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { code, field, detail } = error
    return { code, ...(field && { field }), ...(detail && { detail }) }
  }
  throw new Error('nothing was refused')
}

/** From which the keys of every such house are derived. */
export const houseMaster = Buffer.alloc(32, 7)

/**
 * All services over a real store in a fresh folder, with a gateway of the test, and its clock unless
 * another one is handed in.
 */
export async function openHouse({
  demo = false,
  signedIn = false,
  portOverride = null,
  clock,
}: {
  demo?: boolean
  signedIn?: boolean
  portOverride?: number | null
  clock?: () => number
} = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-services-'))
  const keys = deriveKeys(houseMaster)
  const seals = createSeals(keys)
  const signing = createSigning(keys.signing)
  const store = createSqliteRegistry({ folder, chain: seals.chain, anchor: seals.anchor })
  const database = new Database(join(folder, 'registry.db'))
  database.exec(`attach '${join(folder, 'gateway.db')}' as gw`)
  onTestFinished(() => {
    database.close()
    store.close()
    rmSync(folder, { recursive: true })
  })

  let moment = Date.UTC(2026, 10, 21, 12)
  const now = clock ?? (() => moment)
  let topics: string[] = []
  const announce = (...changed: string[]) => void topics.push(...changed)
  const { passwords, done: passwordWork } = createFakePasswords()
  const fakeGateway = createFakeGateway()
  const gateway = fakeGateway.control
  const openSession = () => createSessionService({ store, passwords, seals, now, announce, demo })
  let session = openSession()
  // Services hold on to the session they were given; the fixture's may be opened anew.
  const actor = () => session.actor()
  const given = { store, session: { actor }, gateway, now, announce }

  let clipboardText = ''
  const settings = createSettingsService({ ...given, about })
  const backup = createBackupService(given)
  const clipboard = createClipboardService({
    clipboard: {
      writeText: (text) => void (clipboardText = text),
      readText: () => clipboardText,
      clear: () => void (clipboardText = ''),
    },
    seconds: async () => (await settings.get()).clipboardSeconds,
    now,
    schedule: () => () => undefined,
  })
  const users = createUserService({ ...given, passwords })
  const reported: unknown[] = []
  const entities = createEntityService({
    ...given,
    report: (error) => void reported.push(error),
  })
  const format = createTokenFormat({ randomBytes })
  let printReport: PrintReport = async () => Promise.reject(new Error('no printer'))
  let atTransferStep: AtStep = () => undefined
  let atUserImportStep: (part: number, cancel: () => void) => void = () => undefined
  const chosenFile = { path: null as string | null }
  const dialogs = {
    chooseToWrite: async () => chosenFile.path,
    chooseToRead: async () => chosenFile.path,
    chooseRecords: async () => chosenFile.path,
    chooseProof: async () => chosenFile.path,
    chooseFolder: async () => chosenFile.path,
  }
  const files = sparingOwnFiles(dialogs, folder)
  const rows = (sql: string) => database.prepare(sql).all() as Record<string, unknown>[]

  const reminderSettings = createReminderSettings({ folder, now, zone: () => 'utc', announce })
  const notices: Notice[] = []
  let showsNotices = true

  const openTransfers = (
    run: RunTransfer = runHere({
      folder,
      clockOffset: 0,
      atStep: (...step) => atTransferStep(...step),
    }),
  ) =>
    createTransferService({
      ...given,
      files,
      newId: randomUUID,
      run,
      report: (error) => void reported.push(error),
    })

  if (signedIn) {
    await session.createFirstAdministrator({
      username: 'ada',
      displayName: 'Ada Admin',
      password: 'correct horse battery staple',
    })
    topics = []
  }

  return {
    store,
    seals,
    signing,
    passwordWork,
    gateway: fakeGateway,
    get session() {
      return session
    },
    restartSession: () => void (session = openSession()),
    users,
    entities,
    offboarding: createOffboardingService({ ...given, seals, newId: randomUUID }),
    accountExports: createAccountExports({ ...given, files }),
    userImports: createUserImportService({
      ...given,
      files,
      newId: randomUUID,
      run: (order, progress) => {
        let isCancelled = false
        const ended = runUserImport(
          { order, folder, clockOffset: 0, activityKey: keys.activity },
          {
            isCancelled: () => isCancelled,
            progress: (done) => {
              progress(done)
              atUserImportStep(done.part, () => void (isCancelled = true))
            },
          },
        )
        return { ended, cancel: () => void (isCancelled = true) }
      },
      report: (error) => void reported.push(error),
    }),
    access: createAccessService(given),
    tokens: createTokenService({
      ...given,
      seals,
      format,
      demo,
    }),
    changeToken: createChangeToken({ ...given, seals }),
    rotation: createRotationService({ ...given, seals, format, demo }),
    usage: createUsageService({ store, now }),
    narrow: createNarrowService({ ...given, seals }),
    leaks: createLeakService({
      ...given,
      format,
      judge: createJudgeSecret({ store, seals, now }),
      revokeTokens: createRevokeTokens({ ...given, seals }),
      dialogs,
      newId: randomUUID,
      run: ({ paths }, { judge, progress }) => {
        let isCancelled = false
        const ended = scanPaths(paths, {
          parse: format.parse,
          judge,
          onProgress: progress,
          isCancelled: () => isCancelled,
        })
        return { ended, cancel: () => void (isCancelled = true) }
      },
    }),
    bulk: createBulkService({ ...given, seals, newId: randomUUID }),
    reminderSettings,
    reminders: createReminderService({
      store,
      session: { current: () => session.current() },
      settings: reminderSettings,
      show: async (notice) => {
        if (showsNotices) notices.push(notice)
        return showsNotices
      },
      now,
      zone: () => 'utc',
    }),
    /** What the system showed, and whether it does. */
    notices,
    systemShows: (does: boolean) => void (showsNotices = does),
    digest: createDigestService({
      store,
      session: { current: () => session.current(), entered: () => session.entered() },
      settings: reminderSettings,
      now,
    }),
    reviews: createReviewService(given),
    reviewApply: createReviewApply({ ...given, seals, newId: randomUUID }),
    reviewReport: createReviewReport({
      ...given,
      files,
      signing,
      printReport: (...print) => printReport(...print),
    }),
    tokenExports: createTokenExportService({
      ...given,
      files,
      printReport: (...print) => printReport(...print),
    }),
    /** What prints is Electron's; a test says what becomes of the report. */
    printing: (print: PrintReport) => void (printReport = print),
    expiry: createExpiryService(given),
    savedViews: createSavedViewService(given),
    tableViews: createTableViewService({ ...given, folder }),
    clients: createClientService({
      ...given,
      seals,
      format: createClientFormat({ randomBytes }),
    }),
    policy: createPolicyService(given),
    settings,
    clock: createClockService({
      ...given,
      clock: createSteadyClock({ wall: now, elapsed: () => 0, seen: 0 }),
      uptime: now,
    }),
    clipboard,
    gatewayService: createGatewayService({
      ...given,
      control: gateway,
      files,
      tlsFiles: tlsFileReader,
      ownAddresses: () => ['192.0.2.7', '2001:db8::7'],
      placeProblem: fakeGateway.placeProblem,
      portOverride,
    }),
    routeSets: createRouteSetService({
      ...given,
      address: async () => 'http://127.0.0.1:7878',
    }),
    overview: createOverviewService(given),
    attention: createAttentionService({
      ...given,
      session: { current: () => session.current() },
      backup,
      about,
    }),
    backup,
    calls: createCallService({ ...given, files }),
    records: createRecordService({ ...given, newId: createUuidV7({ now, randomBytes }) }),
    transfers: openTransfers(),
    /** As after a restart: what was not kept is forgotten. */
    nextTransfers: openTransfers,
    matrix: createMatrixService({ ...given, files }),
    explain: createExplain({ ...given, seals }),
    identify: createIdentify({ ...given, format, seals }),
    sampleCalls: createSampleCalls({ store, now }),
    tryCall: createTryCall({ gateway, call: async () => Promise.reject(new Error('no network')) }),
    reported,
    folder,
    /** What the system's dialog will answer. */
    chosenFile,
    /** Between two chunks of an import, and while a file is read or written. */
    betweenChunks: (work: AtStep) => void (atTransferStep = work),
    activity: createActivityService({
      ...given,
      files,
      signing,
      report: (error) => void reported.push(error),
    }),

    /** While users are imported, by the part that is done. */
    whileUsersComeIn: (work: typeof atUserImportStep) => void (atUserImportStep = work),

    now,
    pass: (seconds: number) => void (moment += seconds * 1000),
    announced: () => topics,
    clipboardText: () => clipboardText,
    rows,
    run: (sql: string) => void database.exec(sql),
    actions: () => rows('select action from activity order by seq').map((row) => row.action),
    lastEntry: () => {
      const row = rows('select * from activity order by seq desc limit 1')[0] ?? {}
      const facts = (kept: unknown) => (typeof kept === 'string' ? JSON.parse(kept) : null)
      return {
        action: row.action,
        actorId: row.actor_id,
        actorName: row.actor_name,
        subjectId: row.subject_id,
        subjectName: row.subject_name,
        before: facts(row.before),
        after: facts(row.after),
      }
    },
    /** Every value of every table, for looking for what must not be there. */
    everythingStored: () => {
      const tables = ['', 'gw.'].flatMap((schema) =>
        rows(`select name from ${schema}sqlite_schema where type = 'table'`).map(
          ({ name }) => `${schema}${String(name)}`,
        ),
      )
      return JSON.stringify(tables.map((table) => rows(`select * from ${table}`)))
    },
    userNamed: async (username: string) => {
      const account = await store.users.findForSignIn(username)
      if (account === null) throw new Error(`no ${username}`)
      return account.user
    },
    createEntity: (name: string, ...fields: NewEntity['fields']) =>
      entities.create({
        name,
        title: `${name[0]?.toUpperCase()}${name.slice(1)}`,
        fields: [{ name: 'number', title: 'Number', type: 'string', required: true }, ...fields],
        idempotencyKey: 'optional',
        ifMatch: 'optional',
        maxRecordBytes: 65_536,
      }),
    /** As the gateway counts a call. */
    use: (tokenId: TokenId, at: number) =>
      void database
        .prepare(
          `insert into gw.token_usage (token_id, last_used_at, last_used_from, allowed, refused)
           values (?, ?, '10.0.0.7', 1, 0)`,
        )
        .run(tokenId, at),
  }
}

const about = {
  version: '0.1.0',
  electron: '45',
  chromium: '150',
  node: '24',
  profileFolder: '/profile',
  keysKeptIn: 'file' as const,
  demo: false,
}
