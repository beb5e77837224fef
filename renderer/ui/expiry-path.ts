import { filterOfView, type ExpiryView } from '../../electron/contract/expiry-view'
import { filterPath, type AskedFilter } from './inventory-filter'

const page = '/audit/token-expiry'

/** A ready view of "Token expiry", or that page with any other filter; without one, all of it. */
export const expiryPath = (view: ExpiryView | AskedFilter = {}, unusedDays?: number): string =>
  filterPath(page, typeof view === 'string' ? filterOfView(view, unusedDays) : view)
