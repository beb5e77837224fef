import { numberOf } from './choices'
import type { Command } from './command'
import { inventoryColumns, inventoryPages } from './inventory'
import { fill, words } from './words'

const usualDays = 30

/** Only what stops something when it ends: what is disabled or revoked works no more today. */
export const tokensExpiring: Command = {
  name: 'tokens expiring',
  needs: 'sign_in',
  takes: [],
  options: ['days'],
  calls: ['tokens.inventory'],
  async run({ ask, options, output }) {
    const days = numberOf(options, 'days', 0, 36_500) ?? usualDays
    const pages = inventoryPages(ask, {
      expiresWithinDays: days,
      statuses: ['active', 'expiring_soon', 'not_yet_active'],
    })
    await output.rows(pages, inventoryColumns, fill(words.tokens.noneExpires, { days }))
    return 'done'
  },
}
