import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import access from '../../resources/locales/en/access.json'
import activity from '../../resources/locales/en/activity.json'
import api from '../../resources/locales/en/api.json'
import bulk from '../../resources/locales/en/bulk.json'
import calls from '../../resources/locales/en/calls.json'
import common from '../../resources/locales/en/common.json'
import digest from '../../resources/locales/en/digest.json'
import entities from '../../resources/locales/en/entities.json'
import expiry from '../../resources/locales/en/expiry.json'
import explain from '../../resources/locales/en/explain.json'
import failures from '../../resources/locales/en/failures.json'
import fields from '../../resources/locales/en/fields.json'
import identify from '../../resources/locales/en/identify.json'
import introspection from '../../resources/locales/en/introspection.json'
import leaks from '../../resources/locales/en/leaks.json'
import inventory from '../../resources/locales/en/inventory.json'
import matrix from '../../resources/locales/en/matrix.json'
import overview from '../../resources/locales/en/overview.json'
import policies from '../../resources/locales/en/policies.json'
import reminders from '../../resources/locales/en/reminders.json'
import reviews from '../../resources/locales/en/reviews.json'
import routeSets from '../../resources/locales/en/routeSets.json'
import savedViews from '../../resources/locales/en/savedViews.json'
import settings from '../../resources/locales/en/settings.json'
import shell from '../../resources/locales/en/shell.json'
import signIn from '../../resources/locales/en/signIn.json'
import tokens from '../../resources/locales/en/tokens.json'
import transfers from '../../resources/locales/en/transfers.json'
import usage from '../../resources/locales/en/usage.json'
import users from '../../resources/locales/en/users.json'
import { exactWords, localZone } from '../ui/moments'

/** One namespace an area; a page names those it uses. */
const en = {
  common,
  shell,
  signIn,
  settings,
  overview,
  failures,
  fields,
  usage,
  users,
  tokens,
  access,
  entities,
  policies,
  api,
  activity,
  bulk,
  calls,
  expiry,
  digest,
  explain,
  identify,
  leaks,
  introspection,
  inventory,
  matrix,
  transfers,
  routeSets,
  savedViews,
  reminders,
  reviews,
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof en
  }
}

export const texts = createInstance()

void texts.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'common',
  resources: { en },
  // React escapes; escaping twice would show &amp; in names.
  interpolation: { escapeValue: false },
})

/** Moments inside a sentence, such as the latest one that a refusal allows. */
texts.services.formatter?.add('moment', (at: number) => exactWords(at, localZone()))
