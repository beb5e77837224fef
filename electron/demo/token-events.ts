import type { Entity } from '../contract/entity'
import type { User } from '../contract/user'
import type { ActivityDraft, TokenUpdate } from '../store/registry'
import { activityEntry, isoMoment, tokenSubject } from '../services/activity-entry'
import { grantWords, titlesOf } from '../services/grant-words'
import type { DemoToken } from './demo-tokens'
import { actorOf, mustBeDone, type DemoMeans } from './demo-world'
import { demoZone } from './token-stories'
import type { DemoEvent } from './user-events'

/** Created, and later rotated, disabled or revoked: each at its moment, through the store's own verbs. */
export function tokenEvents(
  means: DemoMeans,
  administrator: User,
  token: DemoToken,
  entities: Entity[],
): DemoEvent[] {
  const { rights, life, user, name, note, consumer } = token
  const actor = actorOf(administrator)
  const subject = tokenSubject({ id: rights.tokenId, name, userId: user.id })
  const { createdAt, disabledAt, revokedAt, rotation } = life

  const updated = (set: TokenUpdate['set'], activity: ActivityDraft): TokenUpdate => ({
    id: rights.tokenId,
    ifVersion: 1,
    set,
    rightsMac: means.seals.rights({ ...rights, ...set }),
    activity,
  })

  const create = async () => {
    mustBeDone(
      await means.store.tokens.insert(
        {
          ...rights,
          kind: 'x',
          name,
          note,
          ...consumer,
          expiryZone: demoZone,
          createdBy: actor.name,
          rightsMac: means.seals.rights(rights),
        },
        createdAt,
        activityEntry({
          at: createdAt,
          actor,
          action: 'token.created',
          subject,
          after: {
            user: user.displayName,
            name,
            note,
            ...Object.fromEntries(Object.entries(consumer).filter(([, words]) => words !== '')),
            permissions: grantWords(rights.grants, titlesOf(entities)),
            expiresAt: isoMoment(rights.expiresAt),
            expiryZone: demoZone,
            ...(rights.startsAt !== null && { startsAt: isoMoment(rights.startsAt) }),
            ...(rights.networks.length > 0 && { networks: rights.networks }),
            ...(rights.callsPerMinute !== null && { callsPerMinute: rights.callsPerMinute }),
            enabled: true,
          },
        }),
      ),
    )
  }
  const rotate = async ({ at, oldValidUntil: validUntil }: Exclude<typeof rotation, null>) => {
    const { keyNumber, digest } = rights
    const secret = means.format.remake('x', rights.tokenId)
    const set = {
      digest: means.seals.digest(secret, keyNumber),
      secretNumber: 2,
      oldSecrets: [{ number: 1, keyNumber, digest, validUntil }],
      rotatedAt: at,
    }
    const entry = activityEntry({
      at,
      actor,
      action: 'token.rotated',
      subject,
      before: { secretNumber: 1 },
      after: { secretNumber: 2, oldSecretValidUntil: isoMoment(validUntil) },
    })
    mustBeDone(await means.store.tokens.update([updated(set, entry)], at))
  }
  const disable = async (now: number) => {
    mustBeDone(
      await means.store.tokens.update(
        [
          updated(
            { enabled: false },
            activityEntry({
              at: now,
              actor,
              action: 'token.disabled',
              subject,
              before: { enabled: true },
              after: { enabled: false },
            }),
          ),
        ],
        now,
      ),
    )
  }
  const revoke = async (at: number) => {
    mustBeDone(
      await means.store.tokens.update(
        [
          updated(
            { revokedAt: at },
            activityEntry({
              at,
              actor,
              action: 'token.revoked',
              subject,
              before: { status: 'active', lastUsedAt: isoMoment(life.lastUsedAt) },
              after: { status: 'revoked' },
            }),
          ),
        ],
        at,
      ),
    )
  }
  return [
    { at: createdAt, run: create },
    ...(rotation === null ? [] : [{ at: rotation.at, run: () => rotate(rotation) }]),
    ...(disabledAt === null ? [] : [{ at: disabledAt, run: () => disable(disabledAt) }]),
    ...(revokedAt === null ? [] : [{ at: revokedAt, run: () => revoke(revokedAt) }]),
  ]
}
