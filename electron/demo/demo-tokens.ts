import type { Entity } from '../contract/entity'
import type { User } from '../contract/user'
import type { TokenRights } from '../store/registry'
import tokensFile from '../../resources/demo/tokens.json'
import { noHistory } from '../services/token-rights'
import { canonicalNetwork } from '../services/networks'
import { entityIdsOf, readGrants } from './demo-grants'
import type { DemoMeans } from './demo-world'
import { isStory, tellStory, type Story, type TokenLife } from './token-stories'

export type DemoToken = {
  user: User
  name: string
  note: string
  /** Which system uses it, whom to ask, and where its secret is kept. */
  consumer: { system: string; contact: string; keptIn: string }
  story: Story
  life: TokenLife
  /** As it was created: enabled, not revoked. */
  rights: TokenRights
}

type Told = Record<'user' | 'name' | 'note' | 'story' | 'grants', string> & {
  system?: string
  contact?: string
  keptIn?: string
  networks?: string[]
  callsPerMinute?: number
}

/**
 * The tokens as they were at their creation. Their secrets come from the real generator and are
 * dropped here: nobody can ever call with one, while each row is as genuine as any other.
 */
export function castTokens(means: DemoMeans, users: User[], entities: Entity[]): DemoToken[] {
  const now = means.now()
  const entityIds = entityIdsOf(entities)
  return (tokensFile as Told[]).map(({ user: username, name, note, story, grants, ...limits }) => {
    const user = users.find((one) => one.username === username)
    if (!user) throw new Error(`The demo has no user "${username}"`)
    if (!isStory(story)) throw new Error(`The demo knows no story "${story}"`)
    const life = tellStory(story, now, means.seeded)
    const { token, tokenId } = means.format.make('x')
    const { keyNumber } = means.seals
    return {
      user,
      name,
      note,
      consumer: {
        system: limits.system ?? '',
        contact: limits.contact ?? '',
        keptIn: limits.keptIn ?? '',
      },
      story,
      life,
      rights: {
        tokenId,
        userId: user.id,
        keyNumber,
        digest: means.seals.digest(token, keyNumber),
        enabled: true,
        startsAt: life.startsAt,
        expiresAt: life.expiresAt,
        revokedAt: null,
        networks: (limits.networks ?? []).map(canonicalNetwork),
        callsPerMinute: limits.callsPerMinute ?? null,
        createdAt: life.createdAt,
        ...noHistory,
        grants: readGrants(grants, entityIds),
      },
    }
  })
}
