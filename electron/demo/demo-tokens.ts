import type { EntityId } from '../contract/id'
import type { User } from '../contract/user'
import type { TokenRights } from '../store/registry'
import tokensFile from '../../resources/demo/tokens.json'
import { readGrants } from './demo-grants'
import { mustBeDone, told, type DemoMeans } from './demo-world'
import { demoZone, isStory, tellStory, type Story, type TokenLife } from './token-stories'

export type DemoToken = {
  user: User
  name: string
  note: string
  story: Story
  life: TokenLife
  /** As it was created: enabled, not revoked. */
  rights: TokenRights
}

/**
 * The tokens as they were at their creation. Their secrets come from the real generator and are
 * dropped here: nobody can ever call with one, while each row is as genuine as any other.
 */
export function castTokens(
  means: DemoMeans,
  users: User[],
  entityIds: Map<string, EntityId>,
): DemoToken[] {
  const now = means.now()
  return tokensFile.map(({ user: username, name, note, story, grants }) => {
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
        createdAt: life.createdAt,
        grants: readGrants(grants, entityIds),
      },
    }
  })
}

/** Created, and later disabled or revoked: each at its moment, through the store's own verbs. */
export function tokenEvents(means: DemoMeans, administrator: User, token: DemoToken) {
  const { rights, life, user } = token
  const about = {
    subjectKind: 'token' as const,
    subjectId: rights.tokenId,
    subjectName: token.name,
    concernsUserId: user.id,
  }
  const create = async () => {
    mustBeDone(
      await means.store.tokens.insert(
        {
          ...rights,
          kind: 'x',
          name: token.name,
          note: token.note,
          expiryZone: demoZone,
          createdBy: administrator.displayName,
          rightsMac: means.seals.rights(rights),
        },
        life.createdAt,
        told(administrator, life.createdAt, {
          ...about,
          action: 'token.created',
          after: {
            name: token.name,
            user: user.displayName,
            enabled: true,
            startsAt: life.startsAt,
            expiresAt: life.expiresAt,
          },
        }),
      ),
    )
  }
  const disable = async (now: number) => {
    mustBeDone(
      await means.store.tokens.setEnabled(
        {
          id: rights.tokenId,
          ifVersion: 1,
          enabled: false,
          rightsMac: means.seals.rights({ ...rights, enabled: false }),
          now,
        },
        told(administrator, now, {
          ...about,
          action: 'token.disabled',
          before: { enabled: true },
          after: { enabled: false },
        }),
      ),
    )
  }
  const revoke = async (revokedAt: number) => {
    mustBeDone(
      await means.store.tokens.revoke(
        {
          id: rights.tokenId,
          ifVersion: 1,
          revokedAt,
          rightsMac: means.seals.rights({ ...rights, revokedAt }),
        },
        told(administrator, revokedAt, {
          ...about,
          action: 'token.revoked',
          before: { revokedAt: null },
          after: { revokedAt },
        }),
      ),
    )
  }
  const { createdAt, disabledAt, revokedAt } = life
  return [
    { at: createdAt, run: create },
    ...(disabledAt === null ? [] : [{ at: disabledAt, run: () => disable(disabledAt) }]),
    ...(revokedAt === null ? [] : [{ at: revokedAt, run: () => revoke(revokedAt) }]),
  ]
}
