import type { Token, TokensExport } from '../contract/token'
import type { UsersExport } from '../contract/user'
import { isoMoment } from './activity-entry'
import { found } from './accepted'
import { madeHarmless } from './csv-cell'
import { allEntities, grantWords } from './grant-words'
import { createListExport, type ListExportGiven } from './list-export'
import { exportedColumns } from './user-columns'

export type AccountExports = ReturnType<typeof createAccountExports>

const readAtOnce = 500

/** Users, and the tokens of one of them, into files: exactly what is filtered and sorted now. */
export function createAccountExports(given: ListExportGiven) {
  const { store, now } = given
  const exportList = createListExport(given)

  const exportUsers = (asked: UsersExport) =>
    exportList({
      title: 'Users',
      fileName: 'users',
      columns: exportedColumns,
      rows: userRows(asked),
    })

  async function* userRows(asked: UsersExport) {
    const at = now()
    for (let page = 0; ; page += 1) {
      const { rows } = await store.users.list({ ...asked, page, pageSize: readAtOnce }, at)
      yield* rows.map((user) => ({
        username: madeHarmless(user.username),
        display_name: madeHarmless(user.displayName),
        kind: user.kind,
        status: user.status,
        role: user.role,
        active_tokens: user.activeTokens,
        next_expiry_at: isoMoment(user.nextExpiryAt),
        created_at: isoMoment(user.createdAt),
        last_sign_in_at: isoMoment(user.lastSignInAt),
      }))
      if (rows.length < readAtOnce) return
    }
  }

  async function exportTokens(asked: TokensExport) {
    const user = found(await store.users.get(asked.userId))
    return exportList({
      title: `Tokens of ${user.displayName}`,
      fileName: `tokens-${user.username}`,
      columns: tokenColumns,
      rows: tokenRows(asked, user.displayName),
    })
  }

  async function* tokenRows(asked: TokensExport, userName: string) {
    const at = now()
    for (let page = 0; ; page += 1) {
      const { rows } = await store.tokens.list({ ...asked, page, pageSize: readAtOnce }, at)
      yield* rows.map((token) => ({
        token_id: token.id,
        name: madeHarmless(token.name),
        user: madeHarmless(userName),
        status: token.status,
        permissions: madeHarmless(permissionsOf(token)),
        note: madeHarmless(token.note),
        system: madeHarmless(token.system),
        contact: madeHarmless(token.contact),
        kept_in: madeHarmless(token.keptIn),
        created_at: isoMoment(token.createdAt),
        created_by: madeHarmless(token.createdBy),
        starts_at: isoMoment(token.startsAt),
        expires_at: isoMoment(token.expiresAt),
        revoked_at: isoMoment(token.revokedAt),
        networks: token.networks.join(' '),
        last_used_at: isoMoment(token.lastUsedAt),
        last_used_from: token.lastUsedFrom,
        calls: token.calls,
        refused_calls: token.refusedCalls,
      }))
      if (rows.length < readAtOnce) return
    }
  }

  return { users: exportUsers, tokens: exportTokens }
}

const permissionsOf = ({ grants }: Pick<Token, 'grants'>) =>
  grantWords(
    grants,
    (id) => grants.find((one) => one.entityId === id)?.entityTitle ?? allEntities,
  ).join('; ')

/** Whatever says what a token is, and nothing that it could be used by. */
const tokenColumns = [
  'token_id',
  'name',
  'user',
  'status',
  'permissions',
  'note',
  'system',
  'contact',
  'kept_in',
  'created_at',
  'created_by',
  'starts_at',
  'expires_at',
  'revoked_at',
  'networks',
  'last_used_at',
  'last_used_from',
  'calls',
  'refused_calls',
]
