import { randomBytes, randomUUID } from 'node:crypto'
import { uptime } from 'node:os'
import { Worker } from 'node:worker_threads'
import { app, clipboard, ipcMain, safeStorage, utilityProcess, type WebContents } from 'electron'
import type { Now } from './clock'
import type { About } from './contract/settings'
import type { UserImportGiven } from './compose-user-import'
import { composeReminders } from './compose-reminders'
import { createClientFormat } from './crypto/client-format'
import { createSeals, deriveKeys, gatewayKeys } from './crypto/keys'
import { createPasswords } from './crypto/passwords'
import { createSigning } from './crypto/signing'
import { createTokenFormat } from './crypto/token-format'
import { createVault, type OpenedVault } from './crypto/vault'
import { fillDemo } from './demo/fill-demo'
import { placeProblem } from './free-place'
import { createGatewayHost } from './gateway-host'
import { createAnnounce } from './ipc/announce'
import { createAnswer } from './ipc/answer'
import { createHandlers, type Services } from './ipc/handlers'
import { serve } from './ipc/serve'
import { runJob } from './job-thread'
import { faultReporter, type Log } from './log'
import { ownAddresses } from './own-addresses'
import { ownCall } from './own-call'
import type { Profile } from './profile'
import { watchRegistry } from './registry-watch'
import { runtimeCanOpenDatabases } from './runtime-guard'
import { createAccessService } from './services/access-service'
import { keyward as keywardItself, activityEntry, soleSubject } from './services/activity-entry'
import type { Announce } from './services/announce'
import { createAccountExports } from './services/account-exports'
import { createActivityService } from './services/activity-service'
import { createRevokeTokens } from './services/bulk-revocation'
import { createAttentionService } from './services/attention-service'
import { createBackupService } from './services/backup-service'
import { beginAnchors } from './services/begin-anchors'
import { createBulkService } from './services/bulk-service'
import { createCallService } from './services/call-service'
import { createChangeToken } from './services/change-token'
import { createClientService } from './services/client-service'
import { createClockService } from './services/clock-service'
import { createClipboardService } from './services/clipboard-service'
import { createEntityService } from './services/entity-service'
import type { GatewayControl } from './services/gateway-control'
import { createExpiryService } from './services/expiry-service'
import { createExplain } from './services/explain'
import { createGatewayService } from './services/gateway-service'
import { createIdentify } from './services/identify'
import { loopbackPlace } from './services/listening-place'
import { createJudgeSecret } from './services/judge-secret'
import { createLeakService } from './services/leak-service'
import { createMatrixService } from './services/matrix-service'
import { sparingOwnFiles } from './services/own-files'
import { createOffboardingService } from './services/offboarding-service'
import { createNarrowService } from './services/narrow-service'
import { createOverviewService } from './services/overview-service'
import type { ScanResult } from './services/leak-scan'
import type { ScanAnswer, ScanProgress, ScanQuestion } from './services/scan-order'
import { createPolicyService } from './services/policy-service'
import { createRecordService } from './services/record-service'
import { Refusal } from './services/refusal'
import { createRotationService } from './services/rotation-service'
import { createPrintReport } from './services/report-html'
import { createRouteSetService } from './services/route-set-service'
import { createSavedViewService } from './services/saved-view-service'
import { createSessionService } from './services/session-service'
import { createReviewApply } from './services/review-apply'
import { createReviewReport } from './services/review-report'
import { createReviewService } from './services/review-service'
import { createSettingsService } from './services/settings-service'
import { createSteadyClock } from './services/steady-clock'
import { createTransferService } from './services/transfer-service'
import { createTableViewService } from './services/table-view-service'
import { createTokenExportService } from './services/token-export-service'
import { createTokenService } from './services/token-service'
import { createSampleCalls } from './services/sample-calls'
import { createTryCall } from './services/try-call'
import { createUsageService } from './services/usage-service'
import { createUserImportService } from './services/user-import-service'
import type { UserImportEnd, UserImportProgress } from './services/user-import-order'
import { createUserService } from './services/user-service'
import { createUuidV7 } from './services/uuid-v7'
import { inspectRegistry } from './store/sqlite/open-registry'
import { createSqliteGatewayData } from './store/sqlite/sqlite-gateway-data'
import { createSqliteRegistry } from './store/sqlite/sqlite-registry'
import { createTransferHost } from './transfer-host'
import { tlsFileReader } from './tls-files'
import { fileChooser } from './window/file-chooser'
import type { Closing } from './window/hide-on-close'
import { gatewayFile, scanFile, transferFile, userImportFile } from './window/places'
import { printPage } from './window/print-page'

const lookAtClockEveryMilliseconds = 5_000

export type Given = {
  profile: Profile
  portOverride: number | null
  /** The clock of the computer, moved by the offset. */
  wall: Now
  clockOffsetMs: number
  /** The windows that may ask, and that hear of changes. */
  windows: () => WebContents[]
  log: Log
}

export type Keyward = {
  /** What becomes of the window when it is closed. */
  closing: Closing
  /** Clears the clipboard if it is ours, lets the gateway write what it counted, closes the store. */
  close(): Promise<void>
}

/** The one place where the desktop app's objects are made and joined. */
export async function composeDesktop(given: Given): Promise<Keyward> {
  const { profile, windows, log } = given
  if (profile.problem !== null) throw new Refusal(profile.problem)
  if (!runtimeCanOpenDatabases()) throw new Refusal('runtime_too_old')

  const vault = openVault(profile.folder)
  const keys = deriveKeys(vault.master)
  const seals = createSeals(keys)
  const signing = createSigning(keys.signing)
  const store = createSqliteRegistry({ folder: profile.folder, ...seals })
  const steady = createSteadyClock({
    wall: given.wall,
    elapsed: () => performance.now(),
    seen: (await store.clock.seen()).seen,
  })
  const { now } = steady
  const format = createTokenFormat({ randomBytes })
  const clientFormat = createClientFormat({ randomBytes })
  const passwords = createPasswords()
  const tellWindows = createAnnounce({ windows })
  let heard: Announce = () => undefined
  const announce: Announce = (...topics) => {
    tellWindows(...topics)
    heard(...topics)
  }
  const report = faultReporter(log)

  const control = createGatewayHost({
    fork: (entryFile) => utilityProcess.fork(entryFile, [], { serviceName: 'Keyward gateway' }),
    entryFile: gatewayFile,
    init: (place) => ({
      kind: 'start',
      keys: gatewayKeys(vault.master),
      folder: profile.folder,
      place,
      clockOffset: given.clockOffsetMs,
    }),
    now,
    announce,
    report: (text) => report('gateway', text),
  })

  const session = createSessionService({
    store,
    passwords,
    seals,
    now,
    announce,
    demo: profile.demo,
  })
  const reminding = composeReminders({
    store,
    session,
    folder: profile.folder,
    now,
    announce,
    report: (error) => report('reminders', error),
  })
  heard = reminding.heard
  const settings = createSettingsService({
    store,
    session,
    now,
    announce,
    about: about(profile, vault),
  })
  const means = { store, session, gateway: control, now, announce }
  const backup = createBackupService(means)
  const files = sparingOwnFiles(fileChooser, profile.folder)
  const entities = createEntityService({
    ...means,
    report: (error) => report('entities', error),
  })
  const gateway = createGatewayService({
    store,
    control,
    session,
    files,
    tlsFiles: tlsFileReader,
    ownAddresses,
    placeProblem,
    now,
    announce,
    portOverride: given.portOverride,
  })
  const printReport = createPrintReport(printPage)
  const services: Services = {
    session,
    settings,
    reminderSettings: reminding.settings,
    digest: reminding.digest,
    users: createUserService({ ...means, passwords }),
    offboarding: createOffboardingService({ ...means, seals, newId: randomUUID }),
    accountExports: createAccountExports({ ...means, files }),
    userImports: createUserImportService({
      ...means,
      files,
      newId: randomUUID,
      run: (order, progress) =>
        runJob<UserImportProgress, never, never, UserImportEnd>({
          launch: (workerData) => new Worker(userImportFile, { workerData }),
          order: {
            order,
            folder: profile.folder,
            clockOffset: now() - Date.now(),
            activityKey: deriveKeys(vault.master).activity,
          } satisfies UserImportGiven,
          progress,
          answer: () => Promise.reject(new Error('an import asks nothing')),
          report: (text) => report('user import', text),
        }),
      report: (error) => report('user import', error),
    }),
    access: createAccessService(means),
    entities,
    records: createRecordService({ ...means, newId: createUuidV7({ now, randomBytes }) }),
    transfers: createTransferService({
      ...means,
      files,
      newId: randomUUID,
      run: createTransferHost({
        launch: (workerData) =>
          new Worker(transferFile, {
            workerData,
            // A chunk of the largest rows fits in several times over; a fault of ours ends the thread alone.
            resourceLimits: { maxOldGenerationSizeMb: 512 },
          }),
        folder: profile.folder,
        clockOffset: () => now() - Date.now(),
        report: (text) => report('transfer', text),
      }),
      report: (error) => report('transfer', error),
    }),
    matrix: createMatrixService({ ...means, files }),
    tokens: createTokenService({ ...means, format, seals, demo: profile.demo }),
    changeToken: createChangeToken({ ...means, seals }),
    rotation: createRotationService({ ...means, format, seals, demo: profile.demo }),
    usage: createUsageService({ store, now }),
    narrow: createNarrowService({ ...means, seals }),
    leaks: createLeakService({
      ...means,
      format,
      judge: createJudgeSecret({ store, seals, now }),
      revokeTokens: createRevokeTokens({ ...means, seals }),
      dialogs: fileChooser,
      newId: randomUUID,
      run: (order, { judge, progress }) =>
        runJob<ScanProgress, ScanQuestion, ScanAnswer, ScanResult>({
          launch: (workerData) => new Worker(scanFile, { workerData }),
          order,
          progress,
          answer: ({ token, tokenId }) => judge(token, tokenId),
          report: (text) => report('scan', text),
        }),
    }),
    bulk: createBulkService({ ...means, seals, newId: randomUUID }),
    reviews: createReviewService(means),
    reviewApply: createReviewApply({ ...means, seals, newId: randomUUID }),
    reviewReport: createReviewReport({ ...means, files, printReport, signing }),
    tokenExports: createTokenExportService({ ...means, files, printReport }),
    expiry: createExpiryService(means),
    savedViews: createSavedViewService(means),
    tableViews: createTableViewService({ folder: profile.folder, session }),
    clients: createClientService({ ...means, format: clientFormat, seals }),
    policy: createPolicyService(means),
    clipboard: createClipboardService({
      clipboard,
      seconds: async () => (await settings.get()).clipboardSeconds,
      now,
      schedule: (work, milliseconds) => {
        const timer = setTimeout(() => {
          work().catch((error: unknown) => report('clipboard', error))
        }, milliseconds)
        return () => clearTimeout(timer)
      },
    }),
    calls: createCallService({ ...means, files }),
    explain: createExplain({ store, seals, now }),
    identify: createIdentify({ store, format, seals, now }),
    sampleCalls: createSampleCalls({ store, now }),
    tryCall: createTryCall({ gateway: control, call: ownCall }),
    gateway,
    routeSets: createRouteSetService({
      ...means,
      address: async () => (await gateway.state()).baseUrl,
    }),
    activity: createActivityService({
      ...means,
      files,
      signing,
      report: (error) => report('activity', error),
    }),
    clock: createClockService({ ...means, clock: steady, uptime: () => uptime() * 1_000 }),
    overview: createOverviewService({ store, now }),
    attention: createAttentionService({ store, session, backup, about: settings.about(), now }),
    backup,
  }

  if (profile.demo) {
    const gatewayData = createSqliteGatewayData({ folder: profile.folder })
    const randomText = (bytes: number) => randomBytes(bytes).toString('base64')
    const administrator = await fillDemo({
      store,
      gatewayData,
      format,
      clientFormat,
      seals,
      passwords,
      now,
      randomText,
    })
    gatewayData.close()
    await session.signInAs(administrator.id)
  }
  await entities.resumeChecks()
  if (vault.created) await store.activity.append(keysCreated(now(), vault.keptIn))
  await beginAnchors({ store, now })

  const answer = createAnswer({ handlers: createHandlers(services), session, log: report })
  serve({ ipcMain, answer, windows, log: report })
  const stopWatching = watchRegistry({
    changeMarker: store.changeMarker,
    announce,
    report: (error) => report('registry', error),
  })
  openGateway(services.gateway, control, profile.demo).catch((error: unknown) =>
    report('gateway', error),
  )

  const looking = setInterval(
    () => void services.clock.look().catch((error: unknown) => report('clock', error)),
    lookAtClockEveryMilliseconds,
  )
  reminding.begin()

  return {
    closing: reminding.closing,
    async close() {
      stopWatching()
      await reminding.close()
      services.leaks.forget()
      services.tokenExports.close()
      clearInterval(looking)
      await Promise.allSettled([
        services.clock.write(),
        services.clipboard.clearNow(),
        services.transfers.close(),
        services.activity.close(),
        services.userImports.forget(),
        control.stop(),
      ])
      store.close()
    },
  }
}

function openVault(profileFolder: string): OpenedVault {
  try {
    return createVault({ safeStorage, platform: process.platform, profileFolder }).open()
  } catch (error) {
    // A registry that is damaged or newer is the better explanation for keys that are not there.
    inspectRegistry(profileFolder)
    throw error
  }
}

/**
 * People without a display read the address here; the API page shows it to all others. A demo
 * beside a Keyward that serves for real takes any other port.
 */
async function openGateway(gateway: Services['gateway'], control: GatewayControl, demo: boolean) {
  const started = await gateway.startAtLaunch()
  const moves = demo && started.failure?.code === 'port_in_use'
  const { baseUrl, failure, port } = moves ? await control.start(loopbackPlace(0)) : started
  if (failure === null) console.log(`Gateway: ${baseUrl}`)
  else if (failure.code === 'port_in_use')
    console.error(
      `The gateway does not listen: another program already uses port ${port}. ` +
        'Stop that program, or choose another port on the page API or with --port.',
    )
  else
    console.error(
      `The gateway could not be started (${failure.code}); the page API says what to do.`,
    )
}

const about = (profile: Profile, { keptIn }: OpenedVault): About => ({
  version: app.getVersion(),
  electron: process.versions.electron ?? '',
  chromium: process.versions['chrome'] ?? '',
  node: process.versions.node,
  profileFolder: profile.folder,
  keysKeptIn: keptIn,
  demo: profile.demo,
})

const keysCreated = (at: number, keptIn: string) =>
  activityEntry({
    at,
    actor: keywardItself,
    action: 'keys.created',
    subject: soleSubject('keys', 'Keys'),
    after: { keptIn },
  })
