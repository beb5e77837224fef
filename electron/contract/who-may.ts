import type { Call } from './index'

/**
 * Who may make each call: the one table. `anyone` needs no sign-in, `auditor` is every signed-in
 * role, `administrator` that role alone. A call without a row does not compile.
 */
export const whoMay = {
  'session.state': 'anyone',
  'session.createFirstAdministrator': 'anyone',
  'session.signIn': 'anyone',
  'session.signOut': 'anyone',

  'overview.get': 'auditor',
  'attention.list': 'auditor',

  'users.list': 'auditor',
  'users.get': 'auditor',
  'users.create': 'administrator',
  'users.change': 'administrator',
  'users.setStatus': 'administrator',
  'users.belongings': 'auditor',
  'users.previewTransfers': 'auditor',
  'users.offboard': 'administrator',
  'users.export': 'auditor',

  'userImports.choose': 'administrator',
  'userImports.current': 'administrator',
  'userImports.start': 'administrator',
  'userImports.cancel': 'administrator',

  'access.get': 'auditor',
  'access.set': 'administrator',

  'entities.list': 'auditor',
  'entities.names': 'auditor',
  'entities.get': 'auditor',
  'entities.create': 'administrator',
  'entities.change': 'administrator',
  'entities.dropCheck': 'administrator',
  'entities.tokens': 'auditor',

  'records.list': 'auditor',
  'records.get': 'auditor',
  'records.create': 'administrator',
  'records.change': 'administrator',
  'records.delete': 'administrator',

  'records.export': 'auditor',
  'exports.cancel': 'auditor',
  'transfers.list': 'auditor',

  'imports.choose': 'administrator',
  'imports.check': 'administrator',
  'imports.start': 'administrator',
  'imports.cancel': 'administrator',
  'imports.resume': 'administrator',
  'imports.discard': 'administrator',

  'matrix.get': 'auditor',
  'matrix.export': 'auditor',

  'tokens.list': 'auditor',
  'tokens.find': 'auditor',
  'tokens.inventory': 'auditor',
  'tokens.exportList': 'auditor',
  'tokens.exportProgress': 'auditor',
  'tokens.exportCancel': 'auditor',
  'tokens.get': 'auditor',
  'tokens.export': 'auditor',
  'tokens.terms': 'auditor',
  'tokens.create': 'administrator',
  'tokens.change': 'administrator',
  'tokens.nameLike': 'auditor',
  'tokens.rotate': 'administrator',
  'tokens.endOverlap': 'administrator',
  'tokens.extendOverlap': 'administrator',
  'tokens.secrets': 'auditor',
  'tokens.setEnabled': 'administrator',
  'tokens.setPermissions': 'administrator',
  'tokens.samples': 'administrator',
  'tokens.identify': 'auditor',
  'tokens.revoke': 'administrator',
  'tokens.usage': 'auditor',
  'tokens.daily': 'auditor',
  'tokens.unusedPermissions': 'auditor',
  'tokens.narrow': 'administrator',
  'tokens.undoNarrow': 'administrator',
  'tokens.previewBulk': 'administrator',
  'tokens.bulk': 'administrator',

  'leaks.scanFile': 'auditor',
  'leaks.scanFolder': 'auditor',
  'leaks.scanDropped': 'auditor',
  'leaks.scanText': 'auditor',
  'leaks.current': 'auditor',
  'leaks.found': 'auditor',
  'leaks.cancel': 'auditor',
  'leaks.revocable': 'administrator',
  'leaks.revoke': 'administrator',

  'expiry.summary': 'auditor',
  'views.list': 'auditor',
  'views.save': 'auditor',
  'views.delete': 'auditor',
  'tables.get': 'auditor',
  'tables.set': 'auditor',

  'clients.list': 'auditor',
  'clients.create': 'administrator',
  'clients.revoke': 'administrator',

  'policy.get': 'auditor',
  'policy.preview': 'auditor',
  'policy.set': 'administrator',

  'clipboard.copySecret': 'administrator',
  'clipboard.copyText': 'auditor',

  'calls.refused': 'auditor',
  'calls.exportRefused': 'auditor',
  'calls.expiredButCalled': 'auditor',
  'calls.replacedButCalled': 'auditor',
  'calls.daily': 'auditor',
  'calls.explain': 'auditor',
  'calls.try': 'administrator',

  'gateway.state': 'auditor',
  'gateway.start': 'administrator',
  'gateway.stop': 'administrator',
  'gateway.listening': 'auditor',
  'gateway.setListening': 'administrator',
  'gateway.chooseCertificate': 'administrator',
  'gateway.chooseKeyFile': 'administrator',

  'routeSets.list': 'auditor',
  'routeSets.get': 'auditor',
  'routeSets.create': 'administrator',
  'routeSets.change': 'administrator',
  'routeSets.delete': 'administrator',
  'routeSets.match': 'auditor',
  'routeSets.configuration': 'auditor',

  // A review is the auditor's own work: nothing follows from it before an administrator applies it.
  'reviews.list': 'auditor',
  'reviews.get': 'auditor',
  'reviews.items': 'auditor',
  'reviews.start': 'auditor',
  'reviews.decide': 'auditor',
  'reviews.cancel': 'auditor',
  'reviews.plan': 'auditor',
  'reviews.apply': 'administrator',
  'reviews.export': 'auditor',

  'activity.list': 'auditor',
  'activity.verify': 'auditor',
  'activity.verifyWithProof': 'auditor',
  'activity.export': 'auditor',
  'activity.exportState': 'auditor',
  'activity.exportCancel': 'auditor',
  'activity.signingKey': 'auditor',

  'clock.state': 'auditor',
  'clock.correct': 'administrator',

  // How this computer reminds is no rule of the model: whoever works at it decides.
  'reminders.settings': 'auditor',
  'reminders.setSettings': 'auditor',
  'digest.get': 'auditor',
  'digest.close': 'auditor',

  'settings.get': 'anyone',
  'settings.set': 'administrator',
  'settings.about': 'auditor',

  'backup.get': 'auditor',
  'backup.note': 'administrator',
  'backup.setReminder': 'administrator',
} as const satisfies Record<Call, 'anyone' | 'auditor' | 'administrator'>

export type Need = (typeof whoMay)[Call]
