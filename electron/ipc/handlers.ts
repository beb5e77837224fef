import type { Handlers } from '../contract/index'
import type { AccountExports } from '../services/account-exports'
import type { AccessService } from '../services/access-service'
import type { ActivityService } from '../services/activity-service'
import type { AttentionService } from '../services/attention-service'
import type { BackupService } from '../services/backup-service'
import type { BulkService } from '../services/bulk-service'
import type { CallService } from '../services/call-service'
import type { ChangeToken } from '../services/change-token'
import type { ClientService } from '../services/client-service'
import type { ClockService } from '../services/clock-service'
import type { ClipboardService } from '../services/clipboard-service'
import type { DigestService } from '../services/digest-service'
import type { EntityService } from '../services/entity-service'
import type { ExpiryService } from '../services/expiry-service'
import type { Explain } from '../services/explain'
import type { GatewayService } from '../services/gateway-service'
import type { Identify } from '../services/identify'
import type { LeakService } from '../services/leak-service'
import type { MatrixService } from '../services/matrix-service'
import type { OffboardingService } from '../services/offboarding-service'
import type { NarrowService } from '../services/narrow-service'
import type { OverviewService } from '../services/overview-service'
import type { PolicyService } from '../services/policy-service'
import type { RecordService } from '../services/record-service'
import type { ReminderSettingsService } from '../services/reminder-settings'
import type { RotationService } from '../services/rotation-service'
import type { RouteSetService } from '../services/route-set-service'
import type { SampleCalls } from '../services/sample-calls'
import type { ReviewApply } from '../services/review-apply'
import type { ReviewReport } from '../services/review-report'
import type { ReviewService } from '../services/review-service'
import type { SavedViewService } from '../services/saved-view-service'
import type { SessionService } from '../services/session-service'
import type { SettingsService } from '../services/settings-service'
import type { TableViewService } from '../services/table-view-service'
import type { TokenExportService } from '../services/token-export-service'
import type { TokenService } from '../services/token-service'
import type { TransferService } from '../services/transfer-service'
import type { TryCall } from '../services/try-call'
import type { UsageService } from '../services/usage-service'
import type { UserImportService } from '../services/user-import-service'
import type { UserService } from '../services/user-service'

export type Services = {
  session: SessionService
  overview: OverviewService
  attention: AttentionService
  users: UserService
  offboarding: OffboardingService
  userImports: UserImportService
  accountExports: AccountExports
  access: AccessService
  entities: EntityService
  records: RecordService
  transfers: TransferService
  matrix: MatrixService
  tokens: TokenService
  changeToken: ChangeToken
  rotation: RotationService
  leaks: LeakService
  bulk: BulkService
  usage: UsageService
  narrow: NarrowService
  tokenExports: TokenExportService
  expiry: ExpiryService
  savedViews: SavedViewService
  tableViews: TableViewService
  clients: ClientService
  policy: PolicyService
  clipboard: ClipboardService
  calls: CallService
  explain: Explain
  identify: Identify
  sampleCalls: SampleCalls
  tryCall: TryCall
  gateway: GatewayService
  routeSets: RouteSetService
  reminderSettings: ReminderSettingsService
  digest: DigestService
  reviews: ReviewService
  reviewApply: ReviewApply
  reviewReport: ReviewReport
  activity: ActivityService
  clock: ClockService
  settings: SettingsService
  backup: BackupService
}

/** Which service answers which call. */
export const createHandlers = (services: Services): Handlers => ({
  'session.state': () => services.session.state(),
  'session.createFirstAdministrator': (asked) => services.session.createFirstAdministrator(asked),
  'session.signIn': (credentials) => services.session.signIn(credentials),
  'session.signOut': () => signOut(services),

  'overview.get': () => services.overview.get(),
  'attention.list': () => services.attention.list(),

  'users.list': (asked) => services.users.list(asked),
  'users.get': ({ id }) => services.users.get(id),
  'users.create': (asked) => services.users.create(asked),
  'users.change': (asked) => services.users.change(asked),
  'users.setStatus': (asked) => services.users.setStatus(asked),
  'users.belongings': ({ userId }) => services.offboarding.belongings(userId),
  'users.previewTransfers': (asked) => services.offboarding.preview(asked),
  'users.offboard': (asked) => services.offboarding.offboard(asked),
  'users.export': (asked) => services.accountExports.users(asked),

  'userImports.choose': () => services.userImports.choose(),
  'userImports.current': () => services.userImports.current(),
  'userImports.start': ({ id }) => services.userImports.start(id),
  'userImports.cancel': ({ id }) => services.userImports.cancel(id),

  'access.get': ({ userId }) => services.access.get(userId),
  'access.set': (asked) => services.access.set(asked),

  'entities.list': (asked) => services.entities.list(asked),
  'entities.names': () => services.entities.names(),
  'entities.get': ({ id }) => services.entities.get(id),
  'entities.create': (asked) => services.entities.create(asked),
  'entities.change': (asked) => services.entities.change(asked),
  'entities.dropCheck': ({ id }) => services.entities.dropCheck(id),
  'entities.tokens': (asked) => services.entities.tokens(asked),

  'records.list': (asked) => services.records.list(asked),
  'records.get': (asked) => services.records.get(asked),
  'records.create': (asked) => services.records.create(asked),
  'records.change': (asked) => services.records.change(asked),
  'records.delete': (asked) => services.records.remove(asked),

  'records.export': (asked) => services.transfers.exportRecords(asked),
  'exports.cancel': ({ id }) => services.transfers.cancelExport(id),
  'transfers.list': ({ entityId }) => services.transfers.list(entityId),

  'imports.choose': ({ entityId }) => services.transfers.choose(entityId),
  'imports.check': (asked) => services.transfers.check(asked),
  'imports.start': ({ checkId }) => services.transfers.start(checkId),
  'imports.cancel': ({ id }) => services.transfers.cancelImport(id),
  'imports.resume': ({ id }) => services.transfers.resume(id),
  'imports.discard': ({ id }) => services.transfers.discard(id),

  'matrix.get': (asked) => services.matrix.get(asked),
  'matrix.export': (asked) => services.matrix.exportCsv(asked),

  'tokens.list': (asked) => services.tokens.list(asked),
  'tokens.find': ({ search }) => services.tokens.find(search),
  'tokens.inventory': (asked) => services.tokens.inventory(asked),
  'tokens.exportList': (asked) => services.tokenExports.exportList(asked),
  'tokens.exportProgress': () => services.tokenExports.progress(),
  'tokens.exportCancel': () => services.tokenExports.cancel(),
  'tokens.get': ({ id }) => services.tokens.get(id),
  'tokens.export': (asked) => services.accountExports.tokens(asked),
  'tokens.terms': ({ userId }) => services.tokens.terms(userId),
  'tokens.create': (asked) => services.tokens.create(asked),
  'tokens.change': (asked) => services.changeToken(asked),
  'tokens.nameLike': ({ id }) => services.tokens.nameLike(id),
  'tokens.rotate': (asked) => services.rotation.rotate(asked),
  'tokens.endOverlap': (asked) => services.rotation.endOverlap(asked),
  'tokens.extendOverlap': (asked) => services.rotation.extendOverlap(asked),
  'tokens.secrets': ({ id }) => services.rotation.secrets(id),
  'tokens.setEnabled': (asked) => services.tokens.setEnabled(asked),
  'tokens.setPermissions': (asked) => services.tokens.setPermissions(asked),
  'tokens.samples': ({ id }) => services.sampleCalls(id),
  'tokens.identify': ({ text }) => services.identify(text),
  'tokens.revoke': (asked) => services.tokens.revoke(asked),
  'tokens.usage': (asked) => services.usage.usage(asked),
  'tokens.daily': (asked) => services.usage.daily(asked),
  'tokens.unusedPermissions': (asked) => services.narrow.unused(asked),
  'tokens.narrow': (asked) => services.narrow.narrow(asked),
  'tokens.undoNarrow': (asked) => services.narrow.undo(asked),
  'tokens.previewBulk': (asked) => services.bulk.preview(asked),
  'tokens.bulk': (asked) => services.bulk.run(asked),

  'leaks.scanFile': () => services.leaks.scanFile(),
  'leaks.scanFolder': () => services.leaks.scanFolder(),
  'leaks.scanDropped': ({ paths }) => services.leaks.scanDropped(paths),
  'leaks.scanText': ({ text }) => services.leaks.scanPasted(text),
  'leaks.current': () => services.leaks.current(),
  'leaks.found': (asked) => services.leaks.list(asked),
  'leaks.cancel': ({ id }) => services.leaks.cancel(id),
  'leaks.revocable': ({ id }) => services.leaks.revocable(id),
  'leaks.revoke': ({ id }) => services.leaks.revoke(id),

  'expiry.summary': (asked) => services.expiry.summary(asked),
  'views.list': ({ list }) => services.savedViews.list(list),
  'views.save': (view) => services.savedViews.save(view),
  'views.delete': ({ id }) => services.savedViews.remove(id),
  'tables.get': () => services.tableViews.get(),
  'tables.set': (change) => services.tableViews.set(change),

  'clients.list': (asked) => services.clients.list(asked),
  'clients.create': (asked) => services.clients.create(asked),
  'clients.revoke': ({ id }) => services.clients.revoke(id),

  'policy.get': () => services.policy.get(),
  'policy.preview': (asked) => services.policy.preview(asked),
  'policy.set': (asked) => services.policy.set(asked),

  'clipboard.copySecret': ({ text }) => services.clipboard.copySecret(text),
  'clipboard.copyText': ({ text }) => services.clipboard.copyText(text),

  'calls.refused': (asked) => services.calls.refused(asked),
  'calls.exportRefused': (asked) => services.calls.exportRefused(asked),
  'calls.expiredButCalled': (asked) => services.calls.expiredButCalled(asked),
  'calls.replacedButCalled': (asked) => services.calls.replacedButCalled(asked),
  'calls.daily': (asked) => services.calls.byDay(asked),
  'calls.explain': (asked) => services.explain(asked),
  'calls.try': (asked) => services.tryCall(asked),

  'gateway.state': () => services.gateway.state(),
  'gateway.start': () => services.gateway.start(),
  'gateway.stop': () => services.gateway.stop(),
  'gateway.listening': () => services.gateway.listening(),
  'gateway.setListening': (asked) => services.gateway.setListening(asked),
  'gateway.chooseCertificate': () => services.gateway.chooseCertificate(),
  'gateway.chooseKeyFile': () => services.gateway.chooseKeyFile(),

  'routeSets.list': () => services.routeSets.list(),
  'routeSets.get': ({ id }) => services.routeSets.get(id),
  'routeSets.create': (asked) => services.routeSets.create(asked),
  'routeSets.change': (asked) => services.routeSets.change(asked),
  'routeSets.delete': (asked) => services.routeSets.remove(asked),
  'routeSets.match': (asked) => services.routeSets.match(asked),
  'routeSets.configuration': ({ id }) => services.routeSets.configuration(id),

  'reviews.list': () => services.reviews.list(),
  'reviews.get': ({ id }) => services.reviews.get(id),
  'reviews.items': (asked) => services.reviews.items(asked),
  'reviews.start': (asked) => services.reviews.start(asked),
  'reviews.decide': (asked) => services.reviews.decide(asked),
  'reviews.cancel': (asked) => services.reviews.cancel(asked),
  'reviews.plan': ({ id }) => services.reviewApply.plan(id),
  'reviews.apply': (asked) => services.reviewApply.apply(asked),
  'reviews.export': ({ id }) => services.reviewReport(id),

  'activity.list': (asked) => services.activity.list(asked),
  'activity.verify': () => services.activity.verify(),
  'activity.verifyWithProof': () => services.activity.verifyWithProof(),
  'activity.export': (asked) => services.activity.export(asked),
  'activity.exportState': () => services.activity.exportState(),
  'activity.exportCancel': () => services.activity.cancelExport(),
  'activity.signingKey': () => services.activity.signingKey(),

  'clock.state': () => services.clock.state(),
  'clock.correct': () => services.clock.correct(),

  'reminders.settings': () => services.reminderSettings.get(),
  'reminders.setSettings': (change) => services.reminderSettings.set(change),
  'digest.get': () => services.digest.get(),
  'digest.close': (asked) => services.digest.close(asked),

  'settings.get': () => services.settings.get(),
  'settings.set': (asked) => services.settings.set(asked),
  'settings.about': () => services.settings.about(),

  'backup.get': () => services.backup.get(),
  'backup.note': () => services.backup.note(),
  'backup.setReminder': (asked) => services.backup.setReminder(asked),
})

/** A copied secret does not wait on the clipboard for whoever signs in next. */
async function signOut({ session, clipboard, leaks, userImports }: Services) {
  try {
    return await session.signOut()
  } finally {
    leaks.forget()
    await userImports.forget()
    await clipboard.clearNow()
  }
}
