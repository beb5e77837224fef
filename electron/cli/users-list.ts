import { UserKind, UserStatus, UsersAsked, type UserRow } from '../contract/user'
import { choiceOf } from './choices'
import type { Command } from './command'
import { momentWords } from './moments'
import { allPages } from './pages'
import type { Column } from './table'
import { commonWords, words } from './words'

export const usersList: Command = {
  name: 'users list',
  needs: 'sign_in',
  takes: [],
  options: ['search', 'kind', 'status'],
  calls: ['users.list'],
  async run({ ask, options, output }) {
    const filter = {
      search: options.search,
      kind: choiceOf(options, 'kind', UserKind.options),
      status: choiceOf(options, 'status', UserStatus.options),
    }
    const pages = allPages((page) =>
      ask('users.list', UsersAsked.parse({ ...page, ...filter, sort: 'username' })),
    )
    await output.rows(pages, columns, words.users.none)
    return 'done'
  },
}

const text = words.users
const orNothing = (at: number | null) => (at === null ? text.nothing : momentWords(at))

const columns: Column<UserRow>[] = [
  { title: text.username, of: (user) => user.username },
  { title: text.displayName, of: (user) => user.displayName },
  { title: text.kind, of: (user) => commonWords.userKind[user.kind] },
  {
    title: text.status,
    of: (user) => commonWords.userStatus[user.status],
    tone: (user) => (user.status === 'active' ? null : 'dim'),
  },
  { title: text.role, of: (user) => (user.role ? commonWords.role[user.role] : text.nothing) },
  { title: text.activeTokens, of: (user) => String(user.activeTokens) },
  { title: text.nextExpiry, of: (user) => orNothing(user.nextExpiryAt) },
  { title: text.lastSignIn, of: (user) => orNothing(user.lastSignInAt) },
]
