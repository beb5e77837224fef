import { sql as raw } from 'kysely'
import type { TokenId } from '../../contract/id'
import { day } from '../../contract/time'
import type { CandidatesAsked, ReminderStore } from '../reminders'
import { build, type Sql } from './sql'
import { judgedTokens } from './token-row'
import { effectiveExpiry, statusAt, statusPlace } from './token-status'

export const createReminderStore = ({ sql }: { sql: Sql }): ReminderStore => ({
  candidates: async (asked) =>
    sql.all(candidates(asked)).map((row) => ({
      tokenId: row.token_id as TokenId,
      name: row.name,
      status: statusAt(row.place),
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      calledAt: row.called_at,
      reminded:
        row.reminded_of === null || row.step === null
          ? null
          : { expiresAt: row.reminded_of, step: row.step },
    })),

  keep: async (reminders, at) =>
    sql.change(() => {
      for (const { tokenId, expiresAt, step } of reminders)
        sql.run(
          raw`insert into reminder (token_id, expires_at, step, at)
            select id, ${expiresAt}, ${step}, ${at} from token where token_id = ${tokenId}
            on conflict (token_id) do update
              set expires_at = excluded.expires_at, step = excluded.step, at = excluded.at`,
        )
    }),
})

/** For the test, which asks whether all tokens are gone through. */
export const candidates = ({ now, until, calledSince }: CandidatesAsked) =>
  judgedTokens()
    .leftJoin('reminder', 'reminder.token_id', 'token.id')
    .select([
      'token.token_id',
      'token.name',
      'token.created_at',
      statusPlace(now).as('place'),
      effectiveExpiry.$notNull().as('expires_at'),
      'reminder.expires_at as reminded_of',
      'reminder.step',
      raw<number | null>`(select max(last_at) from gw.refused_call as call
        where call.token_id = token.token_id and call.reason = 'expired')`.as('called_at'),
    ])
    .where('token.revoked_at', 'is', null)
    .where('token.id', 'in', nearTheirEnd({ now, until, calledSince }))
    .where(effectiveExpiry, '<=', until)
    .orderBy('expires_at')
    .orderBy('token.id')

/** By index each: their own end is near, or that of the longest lifetime, or they are called. */
const nearTheirEnd = ({ now, until, calledSince }: CandidatesAsked) =>
  build
    .selectFrom('token')
    .select('id')
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where('expires_at', '<=', until)
    .union(
      build
        .selectFrom('token')
        .select('id')
        .where('revoked_at', 'is', null)
        .where('created_at', '>', raw<number>`${now} - ${longestLifetime}`)
        .where('created_at', '<=', raw<number>`${until} - ${longestLifetime}`),
    )
    .union(
      build
        .selectFrom('gw.refused_call as call')
        .innerJoin('token', 'token.token_id', 'call.token_id')
        .select('token.id')
        .where('call.reason', '=', 'expired')
        .where('call.last_at', '>=', calledSince),
    )

/** Null without one, and then nothing is older or younger than that. */
const longestLifetime = raw`(select longest_lifetime_days * ${raw.lit(day)} from policy)`
