import { InventoryAsked, type InventoryRow, type TokenFilter } from '../contract/inventory'
import type { AskKeyward } from './command'
import { allPages } from './pages'
import type { Column } from './table'
import { expiryWords, grantsWords, lastUseWords, statusTone, statusWords } from './token-words'
import { words } from './words'

/** Tokens of all users by one filter, those that end first at the top. */
export const inventoryPages = (ask: AskKeyward, filter: Partial<TokenFilter>) =>
  allPages((page) => ask('tokens.inventory', InventoryAsked.parse({ ...filter, ...page })))

const text = words.tokens

export const inventoryColumns: Column<InventoryRow>[] = [
  { title: text.id, of: ({ token }) => token.id },
  { title: text.name, of: ({ token }) => token.name },
  { title: text.user, of: ({ username }) => username },
  {
    title: text.status,
    of: ({ token }) => statusWords(token.status),
    tone: ({ token }) => statusTone(token.status),
  },
  { title: text.expires, of: ({ token }) => expiryWords(token.expiresAt) },
  { title: text.lastUse, of: ({ token }) => lastUseWords(token) },
  { title: text.permissions, of: ({ token }) => grantsWords(token.grants) },
]
