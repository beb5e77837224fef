import * as z from 'zod'
import {
  ActivityAsked,
  ActivityExport,
  ActivityExportAsked,
  ActivityPage,
  ChainState,
  SigningKey,
} from './activity'
import { AttentionItem } from './attention'
import { Backup, BackupReminder } from './backup'
import { BulkAsked, BulkChange, BulkDone, BulkPreview, TokenAtVersion } from './bulk'
import { Client, ClientPage, ClientsAsked, IssuedClient, NewClient } from './client'
import { ClockState } from './clock'
import { Digest, DigestClosing } from './digest'
import { EntitiesAsked, Entity, EntityChange, EntityName, EntityPage, NewEntity } from './entity'
import { CallsByDayAsked, CallsOfDay } from './daily-calls'
import { CallAsked, Explanation, Identified, Trial, TrialAsked } from './explain'
import { ExpirySummary, ExpirySummaryAsked } from './expiry-summary'
import type { Result } from './failure'
import { enforced } from './enforced'
import {
  ExpiredButCalledPage,
  GatewayState,
  RefusedCallPage,
  RefusedCallsAsked,
  ReplacedButCalledPage,
} from './gateway'
import { ClientId, EntityId, ReviewId, RouteSetId, TokenId, UserId } from './id'
import {
  DroppedPaths,
  FoundLeakPage,
  FoundLeaksAsked,
  LeakScan,
  PastedText,
  RevocableLeaks,
  RevokedLeaks,
  StartedScan,
} from './leak'
import { InventoryAsked, InventoryPage } from './inventory'
import { ChosenCertificate, ChosenKeyFile, Listening, NewListening } from './listening'
import { WrittenFile } from './written-file'
import { Matrix, MatrixAsked } from './matrix'
import { Offboarding, TransferPreview, TransfersAsked, UserBelongings } from './offboarding'
import { Overview } from './overview'
import { PageAsked } from './page'
import { KeptPolicy, PolicyChange } from './policy'
import { ImpactAsked, PolicyImpact } from './policy-impact'
import {
  NewRecord,
  RecordChange,
  RecordDeletion,
  RecordId,
  RecordPage,
  RecordsAsked,
  SavedRecord,
  StoredRecord,
} from './record'
import { ReminderSettings, ReminderSettingsChange } from './reminder'
import { OverlapEnding, OverlapExtension, Rotation, TokenSecrets } from './rotation'
import {
  NewRouteSet,
  ProxyConfiguration,
  RouteOutcome,
  RouteSet,
  RouteSetChange,
  RouteSetDeletion,
  RouteTrial,
} from './route-set'
import {
  NewReview,
  Review,
  ReviewItemPage,
  ReviewItemsAsked,
  ReviewPlan,
  ReviewStep,
  ReviewVote,
} from './review'
import { SampleCall } from './sample'
import { NewSavedView, SavedView, SavedViewId, SavedViewList } from './saved-view'
import { Credentials, FirstAdministrator, SessionState } from './session'
import { About, CopiedSecret, Settings } from './settings'
import { TableViewChange, TableViews } from './table-view'
import { TokenExportProgress, TokenListExport } from './token-export'
import {
  EntityTokenPage,
  EntityTokensAsked,
  FoundToken,
  IssuedToken,
  NewToken,
  PermissionsChange,
  Token,
  TokenChange,
  TokenEnabledChange,
  TokenPage,
  TokenRevocation,
  TokensAsked,
  TokensExport,
  TokensSought,
  TokenTerms,
} from './token'
import { Name } from './text'
import { ImportAsked, ImportFile, RecordsExport, Transfer, TransferId } from './transfer'
import {
  Daily,
  DailyAsked,
  Narrowing,
  UnusedAsked,
  UnusedPermissions,
  Usage,
  UsageAsked,
} from './usage'
import {
  Access,
  NewUser,
  User,
  UserChange,
  UserPage,
  UsersAsked,
  UsersExport,
  UserStatusChange,
} from './user'
import { UserImport, UserImportId } from './user-import'

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })
const nothing = z.void()

/** Everything a window may ask, and nothing else. Who may ask it: `who-may.ts`. */
export const contract = {
  'session.state': call(nothing, SessionState),
  'session.createFirstAdministrator': call(FirstAdministrator, SessionState),
  'session.signIn': call(Credentials, SessionState),
  'session.signOut': call(nothing, SessionState),

  'overview.get': call(nothing, Overview),
  /** The worst first. */
  'attention.list': call(nothing, z.array(AttentionItem)),

  'users.list': call(UsersAsked, UserPage),
  'users.get': call(z.object({ id: UserId }), User),
  'users.create': call(NewUser, User),
  'users.change': call(UserChange, User),
  'users.setStatus': call(UserStatusChange, enforced(User)),
  /** What is settled when a user is disabled: unrevoked tokens, and credentials for introspection. */
  'users.belongings': call(z.object({ userId: UserId }), UserBelongings),
  'users.previewTransfers': call(TransfersAsked, TransferPreview),
  'users.offboard': call(Offboarding, enforced(User)),
  'users.export': call(UsersExport, WrittenFile),

  /** The system's dialog, and at once the dry run; null where it was cancelled. */
  'userImports.choose': call(nothing, UserImportId.nullable()),
  /** The one that goes on, or was the last. */
  'userImports.current': call(nothing, UserImport.nullable()),
  /** What was checked, and no fault was found in. */
  'userImports.start': call(UserImportId, nothing),
  'userImports.cancel': call(UserImportId, nothing),

  'access.get': call(z.object({ userId: UserId }), Access),
  'access.set': call(Access, enforced(Access)),

  'entities.list': call(EntitiesAsked, EntityPage),
  'entities.names': call(nothing, z.array(EntityName)),
  'entities.get': call(z.object({ id: EntityId }), Entity),
  'entities.create': call(NewEntity, Entity),
  /** With `check` set, stricter fields wait until every old record was found to fit. */
  'entities.change': call(EntityChange, enforced(Entity)),
  'entities.dropCheck': call(z.object({ id: EntityId }), Entity),
  'entities.tokens': call(EntityTokensAsked, EntityTokenPage),

  'records.list': call(RecordsAsked, RecordPage),
  'records.get': call(z.object({ entityId: EntityId, id: RecordId }), StoredRecord),
  'records.create': call(NewRecord, SavedRecord),
  'records.change': call(RecordChange, SavedRecord),
  'records.delete': call(RecordDeletion, nothing),

  /** Null when the system's dialog was cancelled. */
  'records.export': call(RecordsExport, z.object({ id: TransferId }).nullable()),
  'exports.cancel': call(z.object({ id: TransferId }), nothing),
  'transfers.list': call(z.object({ entityId: EntityId }), z.array(Transfer)),

  'imports.choose': call(z.object({ entityId: EntityId }), ImportFile.nullable()),
  /** The dry run: every row is held to what is stored, and nothing is written. */
  'imports.check': call(ImportAsked, z.object({ id: TransferId })),
  /** What was checked, and no fault was found in. */
  'imports.start': call(z.object({ checkId: TransferId }), z.object({ id: TransferId })),
  'imports.cancel': call(z.object({ id: TransferId }), nothing),
  'imports.resume': call(z.object({ id: TransferId }), nothing),
  /** Forgets where it stood; what was written stays. */
  'imports.discard': call(z.object({ id: TransferId }), nothing),

  'matrix.get': call(MatrixAsked, Matrix),
  'matrix.export': call(MatrixAsked, WrittenFile),

  'tokens.list': call(TokensAsked, TokenPage),
  /** The first few that fit, of all users, revoked ones last. */
  'tokens.find': call(TokensSought, z.array(FoundToken)),
  /** The tokens of all users. */
  'tokens.inventory': call(InventoryAsked, InventoryPage),
  /** Null when the system's dialog was cancelled, or the export itself. */
  'tokens.exportList': call(TokenListExport, WrittenFile),
  'tokens.exportProgress': call(nothing, TokenExportProgress.nullable()),
  'tokens.exportCancel': call(nothing, nothing),
  'tokens.get': call(z.object({ id: TokenId }), Token),
  'tokens.export': call(TokensExport, WrittenFile),
  'tokens.terms': call(z.object({ userId: UserId }), TokenTerms),
  'tokens.create': call(NewToken, IssuedToken),
  'tokens.change': call(TokenChange, enforced(Token)),
  /** A name like it that its user has no token of yet. */
  'tokens.nameLike': call(z.object({ id: TokenId }), z.object({ name: Name })),
  /** Beside an issued token the only reply with a secret: the new one. */
  'tokens.rotate': call(Rotation, IssuedToken),
  'tokens.endOverlap': call(OverlapEnding, enforced(Token)),
  'tokens.extendOverlap': call(OverlapExtension, enforced(Token)),
  /** Who calls with which of a token's secrets. */
  'tokens.secrets': call(z.object({ id: TokenId }), TokenSecrets),
  'tokens.setEnabled': call(TokenEnabledChange, enforced(Token)),
  'tokens.setPermissions': call(PermissionsChange, enforced(Token)),
  /** Calls to show beside its secret, the most harmless first. */
  'tokens.samples': call(z.object({ id: TokenId }), z.array(SampleCall).min(1)),
  'tokens.identify': call(z.object({ text: z.string().max(4096) }), Identified),
  'tokens.revoke': call(TokenRevocation, enforced(Token)),
  'tokens.usage': call(UsageAsked, Usage),
  /** For sparklines in lists. */
  'tokens.daily': call(DailyAsked, Daily),
  'tokens.unusedPermissions': call(UnusedAsked, UnusedPermissions),
  'tokens.narrow': call(Narrowing, enforced(Token)),
  'tokens.undoNarrow': call(TokenAtVersion, enforced(Token)),
  'tokens.previewBulk': call(BulkAsked, BulkPreview),
  'tokens.bulk': call(BulkChange, enforced(BulkDone)),

  /** The system's dialog; null where it was cancelled. */
  'leaks.scanFile': call(nothing, StartedScan.nullable()),
  'leaks.scanFolder': call(nothing, StartedScan.nullable()),
  /** Only the preload asks this, with the paths of what was dropped: no page can name a path. */
  'leaks.scanDropped': call(DroppedPaths, StartedScan),
  'leaks.scanText': call(PastedText, StartedScan),
  /** The scan that goes on, or was the last; null before the first. */
  'leaks.current': call(nothing, LeakScan.nullable()),
  'leaks.found': call(FoundLeaksAsked, FoundLeakPage),
  'leaks.cancel': call(StartedScan, nothing),
  /** What "Revoke all found" would revoke. */
  'leaks.revocable': call(StartedScan, RevocableLeaks),
  'leaks.revoke': call(StartedScan, enforced(RevokedLeaks)),

  'expiry.summary': call(ExpirySummaryAsked, ExpirySummary),
  /** A person's own. */
  'views.list': call(z.object({ list: SavedViewList }), z.array(SavedView)),
  'views.save': call(NewSavedView, SavedView),
  'views.delete': call(z.object({ id: SavedViewId }), nothing),
  'tables.get': call(nothing, TableViews),
  'tables.set': call(TableViewChange, nothing),

  'clients.list': call(ClientsAsked, ClientPage),
  'clients.create': call(NewClient, IssuedClient),
  'clients.revoke': call(z.object({ id: ClientId }), enforced(Client)),

  'policy.get': call(nothing, KeptPolicy),
  'policy.preview': call(ImpactAsked, PolicyImpact),
  'policy.set': call(PolicyChange, enforced(KeptPolicy)),

  'clipboard.copySecret': call(z.object({ text: z.string().min(1).max(4096) }), CopiedSecret),
  /** What is no secret stays on the clipboard. */
  'clipboard.copyText': call(z.object({ text: z.string().min(1).max(16_384) }), nothing),

  'calls.refused': call(RefusedCallsAsked, RefusedCallPage),
  'calls.exportRefused': call(RefusedCallsAsked, WrittenFile),
  'calls.expiredButCalled': call(PageAsked, ExpiredButCalledPage),
  'calls.replacedButCalled': call(PageAsked, ReplacedButCalledPage),
  'calls.daily': call(CallsByDayAsked, z.array(CallsOfDay)),
  'calls.explain': call(CallAsked, Explanation),
  'calls.try': call(TrialAsked, Trial),

  'gateway.state': call(nothing, GatewayState),
  'gateway.start': call(nothing, GatewayState),
  'gateway.stop': call(nothing, GatewayState),
  'gateway.listening': call(nothing, Listening),
  'gateway.setListening': call(NewListening, GatewayState),
  /** The system's dialog; null where it was cancelled. Nothing is changed by choosing. */
  'gateway.chooseCertificate': call(nothing, ChosenCertificate),
  'gateway.chooseKeyFile': call(nothing, ChosenKeyFile),

  'routeSets.list': call(nothing, z.array(RouteSet)),
  'routeSets.get': call(z.object({ id: RouteSetId }), RouteSet),
  'routeSets.create': call(NewRouteSet, RouteSet),
  'routeSets.change': call(RouteSetChange, enforced(RouteSet)),
  'routeSets.delete': call(RouteSetDeletion, nothing),
  'routeSets.match': call(RouteTrial, RouteOutcome),
  'routeSets.configuration': call(z.object({ id: RouteSetId }), z.array(ProxyConfiguration)),

  /** The newest first. */
  'reviews.list': call(nothing, z.array(Review)),
  'reviews.get': call(z.object({ id: ReviewId }), Review),
  'reviews.items': call(ReviewItemsAsked, ReviewItemPage),
  'reviews.start': call(NewReview, Review),
  'reviews.decide': call(ReviewVote, Review),
  'reviews.cancel': call(ReviewStep, Review),
  'reviews.plan': call(z.object({ id: ReviewId }), ReviewPlan),
  'reviews.apply': call(ReviewStep, enforced(Review)),
  /** PDF and CSV of it, and the proof that is signed beside them. */
  'reviews.export': call(z.object({ id: ReviewId }), WrittenFile),

  'activity.list': call(ActivityAsked, ActivityPage),
  'activity.verify': call(nothing, ChainState),
  /** The system's dialog for a proof; null where it was cancelled. */
  'activity.verifyWithProof': call(nothing, ChainState.nullable()),
  /** The system's dialog; false where it was cancelled. It goes on after the answer. */
  'activity.export': call(ActivityExportAsked, z.boolean()),
  'activity.exportState': call(nothing, ActivityExport.nullable()),
  'activity.exportCancel': call(nothing, nothing),
  'activity.signingKey': call(nothing, SigningKey),

  'clock.state': call(nothing, ClockState),
  /** The clock of this computer is right: what Keyward went by is given up. */
  'clock.correct': call(nothing, enforced(ClockState)),

  'reminders.settings': call(nothing, ReminderSettings),
  'reminders.setSettings': call(ReminderSettingsChange, ReminderSettings),
  /** Null where there is nothing to say, or it was closed. */
  'digest.get': call(nothing, Digest.nullable()),
  'digest.close': call(DigestClosing, nothing),

  'settings.get': call(nothing, Settings),
  'settings.set': call(Settings, Settings),
  'settings.about': call(nothing, About),

  'backup.get': call(nothing, Backup),
  /** That one was made just now, by whoever says so. */
  'backup.note': call(nothing, Backup),
  'backup.setReminder': call(BackupReminder, Backup),
}

export type Call = keyof typeof contract
export type Given<C extends Call> = z.output<(typeof contract)[C]['input']>
export type Asked<C extends Call> = z.input<(typeof contract)[C]['input']>
export type Reply<C extends Call> = z.output<(typeof contract)[C]['output']>
export type Handlers = { [C in Call]: (input: Given<C>) => Reply<C> | Promise<Reply<C>> }
export type Ask = <C extends Call>(
  call: C,
  ...input: Asked<C> extends void ? [] : [Asked<C>]
) => Promise<Result<Reply<C>>>

export const isCall = (name: unknown): name is Call =>
  typeof name === 'string' && Object.hasOwn(contract, name)
