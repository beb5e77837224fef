import type { EntityId, UserId } from '../contract/id'
import type { TokenFilter } from '../contract/inventory'
import { Permission } from '../contract/permission'
import { tokenStatuses } from '../contract/token'
import { UsersAsked } from '../contract/user'
import { choiceOf, numberOf, shown } from './choices'
import type { AskKeyward, Command } from './command'
import { inventoryColumns, inventoryPages } from './inventory'
import type { Options } from './options'
import { Stop } from './stop'
import { fill, words } from './words'

export const tokensList: Command = {
  name: 'tokens list',
  needs: 'sign_in',
  takes: [],
  options: [
    ...(['search', 'status', 'of', 'entity', 'permission'] as const),
    ...(['expires-within', 'never-expires', 'unused-days', 'never-used'] as const),
  ],
  calls: ['tokens.inventory', 'users.list', 'entities.names'],
  async run({ ask, options, output }) {
    const filter = await filterOf(ask, options)
    await output.rows(inventoryPages(ask, filter), inventoryColumns, words.tokens.none)
    return 'done'
  },
}

async function filterOf(ask: AskKeyward, options: Options): Promise<Partial<TokenFilter>> {
  const status = choiceOf(options, 'status', tokenStatuses)
  const longest = 36_500
  return {
    search: options.search,
    statuses: status && [status],
    // Revoked ones are out of sight unless they are what is asked for.
    show: status === 'revoked' ? 'all' : 'current',
    userId: options.of === undefined ? undefined : await userNamed(ask, options.of),
    entityId: options.entity === undefined ? undefined : await entityNamed(ask, options.entity),
    permission: choiceOf(options, 'permission', Permission.options),
    expiresWithinDays: numberOf(options, 'expires-within', 0, longest),
    neverExpires: options['never-expires'],
    unusedDays: numberOf(options, 'unused-days', 0, longest),
    neverUsed: options['never-used'],
  }
}

async function userNamed(ask: AskKeyward, username: string): Promise<UserId> {
  const { rows } = await ask('users.list', UsersAsked.parse({ search: username, pageSize: 100 }))
  const wanted = username.toLowerCase()
  const user = rows.find((one) => one.username.toLowerCase() === wanted)
  if (user) return user.id
  throw new Stop('not_found', fill(words.users.unknown, { user: shown(username) }))
}

async function entityNamed(ask: AskKeyward, name: string): Promise<EntityId> {
  const entity = (await ask('entities.names', undefined)).find((one) => one.name === name)
  if (entity) return entity.id
  throw new Stop('not_found', fill(words.tokens.entityUnknown, { entity: shown(name) }))
}
