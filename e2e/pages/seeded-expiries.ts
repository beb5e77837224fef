import { join } from 'node:path'
import { changeRegistry } from './registry-file.ts'

export const day = 86_400_000

const tokens: [name: string, days: number | null][] = [
  ['Ended 3 days ago', -3],
  ['=In 2 days()', 2],
  ['In 5 days', 5],
  ['In 20 days', 20],
  ['In 80 days', 80],
  ['Never', null],
]

/**
 * Tokens at every distance, written beside Keyward: rows as it would have written them a year ago,
 * made after the one token that there is. They are listed like any other; no call is made with them.
 */
export function seedExpiries(profile: string, now: number) {
  const insert = (name: string, days: number | null, id: string) =>
    `insert into token (token_id, user_id, kind, name, name_key, note, search_key, key_number, digest,
       rights_mac, enabled, expires_at, expiry_zone, created_at, created_by, version)
     select ${id}, user_id, kind, ${name}, ${name}, '', lower(${name}), key_number, digest,
       rights_mac, 1, ${days === null ? 'null' : now + days * day}, 'Europe/Prague', created_at,
       created_by, 1 from `
  changeRegistry(
    profile,
    `update policy set longest_lifetime_days = null, never_allowed = 1;
     ${tokens
       .map(
         ([name, days], at) =>
           `${insert(`'${name}'`, days, `'Seeded00000${at}'`)} token where id = 1;`,
       )
       .join('\n')}
     with recursive number (n) as (select 1 union all select n + 1 from number where n < 120)
     ${insert(`printf('Batch %03d', n)`, 200, `printf('Batch%07d', n)`)} token, number where token.id = 1;
     update token set user_id = (select id from user where username = 'old') where name = 'In 80 days';
     update user set status = 'disabled' where username = 'old';
     attach '${join(profile, 'gateway.db')}' as gw;
     insert into gw.token_usage (token_id, last_used_at, last_used_from, allowed, refused)
       values ((select token_id from token where name = 'In 5 days'), ${now - day}, '10.0.0.7', 3, 0);`,
  )
}
