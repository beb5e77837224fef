import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { RefusalReason } from '../contract/gateway'
import type { Grant, Permission } from '../contract/permission'
import { toBase62 } from '../crypto/base62'
import { createGatewaySeals, gatewayKeys } from '../crypto/keys'
import type { StoredToken } from '../store/gateway-data'
import { records, type BadInput, type Here, type Outcome } from './bad-input.fixture'
import { day, start } from './gateway-world.fixture'
import { problem } from './problems'

/** One answer whatever is wrong; the list of refused calls has the reason. */
const invalid = (kept: RefusalReason, counted?: 'refused'): Outcome => ({
  answer: 'invalid-token',
  connection: 'usable',
  kept,
  ...(counted && { counted }),
})
/** Not one of ours by its form, so nothing is looked up. */
const notOurs = invalid('malformed_token')
const malformed: Outcome = {
  answer: 'invalid-request',
  connection: 'usable',
  kept: 'malformed_token',
}
const missing: Outcome = { answer: 'token-missing', connection: 'usable', kept: 'no_token' }
/** Its token was good, so that the body was read and is known to hold one. */
const inBody: Outcome = {
  answer: 'invalid-request',
  connection: 'usable',
  kept: 'token_in_body',
  headers: { 'ratelimit-policy': '"token";q=600;w=60', ratelimit: '"token";r=599;t=60' },
}
const fine: Outcome = { answer: 200, connection: 'usable', counted: 'allowed' }

const bearer =
  (token: (here: Here) => string) =>
  (here: Here): string =>
    here.withToken(`Bearer ${token(here)}`)

const issued = (changed: Partial<StoredToken>) =>
  bearer(({ world }) => world.issue([world.everything], changed).token)

/** A token that was rotated; its old secret is valid until that moment. */
const rotated = (
  validUntil: number,
  sent: 'old' | 'new' | 'neither' = 'old',
  changed: Partial<StoredToken> = {},
) =>
  bearer(({ world }) => {
    const { token, next, remake } = world.issueRotated([world.everything], validUntil, changed)
    return sent === 'old' ? token : sent === 'new' ? next : remake()
  })

const spelled = (kind: string, id: string, secret: string) => {
  const text = `${kind}_${id}_${secret}`
  return text + toBase62(BigInt(crc32(text)), 6)
}

const lacking = (permission: Permission, entity = 'invoices', kept: RefusalReason): Outcome => ({
  answer: 'insufficient-scope',
  connection: 'usable',
  kept,
  counted: 'refused',
  headers: {
    'www-authenticate': `${problem('insufficient-scope').challenge}, scope="${entity}:${permission}"`,
  },
})

const granted = (grants: (here: Here) => Grant[], changed: (here: Here) => object = () => ({})) =>
  bearer((here) => here.world.issue(grants(here), changed(here)).token)

/** Another letter in the place of one that looks like it; null where the token has none. */
function lookAlike(token: string): string | null {
  const place = [...token].findIndex((letter, index) => index > 17 && letter in alike)
  return place < 0 ? null : token.slice(0, place) + alike[token[place]!] + token.slice(place + 1)
}
const alike: Record<string, string> = { O: '0', '0': 'O', l: '1', '1': 'l', I: 'l' }

/** The tokens of the list of bad inputs, 104 to 124. */
export const badTokens: BadInput[] = [
  {
    number: 104,
    input: 'no token',
    becomes: missing,
    sent: {
      'no header': ({ host, message }) => message([`GET ${records} HTTP/1.1`, host]),
      'an empty header': ({ withToken }) => withToken(''),
    },
  },
  {
    number: 105,
    input: 'two Authorization headers',
    becomes: { answer: 'invalid-request', connection: 'usable', kept: 'several_tokens' },
    sent: {
      'the same twice': ({ auth, get }) => get(records, auth),
      'a good one and another': ({ get }) => get(records, 'Authorization: Bearer x'),
      'a good one and another scheme': ({ get }) => get(records, 'authorization: Basic eDp5'),
    },
  },
  {
    number: 106,
    input: 'another scheme',
    becomes: missing,
    sent: {
      Basic: ({ withToken }) => withToken('Basic a2V5OndhcmQ='),
      'none, but the token': ({ token, withToken }) => withToken(token),
      'one that begins alike': ({ token, withToken }) => withToken(`BearerX ${token}`),
    },
  },
  {
    number: 107,
    input: 'the scheme in lower case',
    decided: 'The name of a scheme is the same in every case (RFC 9110, 11.1).',
    becomes: fine,
    sent: {
      bearer: ({ token, withToken }) => withToken(`bearer ${token}`),
      bEARER: ({ token, withToken }) => withToken(`bEARER ${token}`),
    },
  },
  {
    number: 108,
    input: 'other white space than one space before the token, or some behind it',
    decided:
      'Several spaces are well-formed (RFC 6750, 2.1); what stands at the end of a line is no part of it (RFC 9110, 5.5).',
    becomes: malformed,
    sent: {
      'a tab': ({ token, withToken }) => withToken(`Bearer\t${token}`),
      'a space and a tab': ({ token, withToken }) => withToken(`Bearer \t${token}`),
      'no token': ({ withToken }) => withToken('Bearer'),
      'a space in the token': ({ token, withToken }) =>
        withToken(`Bearer ${token.slice(0, 9)} ${token.slice(9)}`),
      'two tokens': ({ token, withToken }) => withToken(`Bearer ${token}, Bearer ${token}`),
      'a parameter': ({ token, withToken }) => withToken(`Bearer token="${token}"`),
      'two spaces': {
        message: ({ token, withToken }) => withToken(`Bearer  ${token}`),
        becomes: fine,
      },
      'a space behind it': {
        message: ({ token, withToken }) => withToken(`Bearer ${token} \t`),
        becomes: fine,
      },
    },
  },
  {
    number: 109,
    input: 'a token in the query or in the body',
    decided: 'Without a header nothing of a body is read, so a token in it is no token: 401.',
    becomes: inBody,
    sent: {
      'in the query': {
        message: ({ get, token }) => get(`${records}?access_token=${token}`),
        becomes: { answer: 'invalid-request', connection: 'usable', kept: 'token_in_query' },
      },
      'in a field': ({ json, token }) => json(JSON.stringify({ number: token })),
      'under its own name': ({ json, token }) => json(JSON.stringify({ access_token: token })),
      'deep inside': ({ json, token }) => json(JSON.stringify({ x: [{ y: [token] }] })),
      'as a name': ({ json, token }) => json(JSON.stringify({ [token]: 1 })),
      'as the whole': ({ json, token }) => json(JSON.stringify(token)),
      'in a form': ({ json, token }) =>
        json(`access_token=${token}`, 'application/x-www-form-urlencoded'),
      'in a form, of another kind': ({ json }) =>
        json('a=b&access%5Ftoken=x', 'application/x-www-form-urlencoded; charset=utf-8'),
      'in a form alone': {
        message: ({ host, message, token }) =>
          message(
            [
              `POST ${records} HTTP/1.1`,
              host,
              'Content-Type: application/x-www-form-urlencoded',
              'Content-Length: 79',
            ],
            `access_token=${token}`,
          ),
        becomes: missing,
      },
    },
  },
  {
    number: 110,
    input: 'a wrong checksum',
    becomes: notOurs,
    sent: {
      'in its last character': bearer(
        ({ token }) => token.slice(0, -1) + (token.endsWith('a') ? 'b' : 'a'),
      ),
      'in its secret': bearer(({ token }) =>
        token.replace(/.(?=.{20}$)/, (letter) => (letter === 'a' ? 'b' : 'a')),
      ),
    },
  },
  {
    number: 111,
    input: 'the right ID with a wrong secret',
    becomes: invalid('wrong_secret', 'refused'),
    sent: {
      'of the right form': bearer(({ token }) => {
        const [kind, id, secret] = token.split('_') as [string, string, string]
        return spelled(kind, id, secret.slice(0, 42) + (secret[42] === 'a' ? 'b' : 'a'))
      }),
    },
  },
  {
    number: 112,
    input: 'an ID that nobody has',
    becomes: invalid('unknown_token'),
    sent: { 'of the right form': bearer(({ world }) => world.format.make('s').token) },
  },
  {
    number: 113,
    input: 'an expired token',
    becomes: invalid('expired', 'refused'),
    sent: {
      'at that very millisecond': issued({ expiresAt: start }),
      'long ago': issued({ expiresAt: start - day }),
      'by policy': issued({ expiresAt: null, createdAt: start - 9 * day, longestLifetimeDays: 9 }),
      'a millisecond before': { message: issued({ expiresAt: start + 1 }), becomes: fine },
    },
  },
  {
    number: 114,
    input: 'a token that is not valid yet',
    becomes: invalid('not_yet_active', 'refused'),
    sent: {
      'for a millisecond': issued({ startsAt: start + 1 }),
      'since this very millisecond': { message: issued({ startsAt: start }), becomes: fine },
    },
  },
  {
    number: 115,
    input: 'a disabled token, or one of a disabled user',
    becomes: invalid('disabled', 'refused'),
    sent: {
      token: issued({ enabled: false }),
      user: {
        message: issued({ userActive: false }),
        becomes: invalid('user_disabled', 'refused'),
      },
    },
  },
  {
    number: 116,
    input: 'a revoked token',
    becomes: invalid('revoked', 'refused'),
    sent: { 'a millisecond ago': issued({ revokedAt: start - 1 }) },
  },
  {
    number: 117,
    input: 'a rotated token, within its overlap and after it',
    becomes: invalid('secret_replaced', 'refused'),
    sent: {
      'the old secret, a millisecond before its end': {
        message: rotated(start + 1),
        becomes: fine,
      },
      'the old secret, with its end': rotated(start),
      'the old secret, a millisecond after its end': rotated(start - 1),
      'the new secret, with the end of the old one': {
        message: rotated(start, 'new'),
        becomes: fine,
      },
      'the old secret within its overlap, with the end of the token': {
        message: rotated(start + day, 'old', { expiresAt: start }),
        becomes: invalid('expired', 'refused'),
      },
      'the old secret within its overlap, of a revoked token': {
        message: rotated(start + day, 'old', { revokedAt: start - 1 }),
        becomes: invalid('revoked', 'refused'),
      },
      'neither of them': {
        message: rotated(start + day, 'neither'),
        becomes: invalid('wrong_secret', 'refused'),
      },
    },
  },
  {
    number: 118,
    input: 'the right token for another entity or permission',
    becomes: lacking('read', 'invoices', 'not_granted'),
    sent: {
      'another permission': granted(({ world }) => [world.on(world.invoices, 'write', 'delete')]),
      'another entity': granted(({ world }) => [world.on(world.orders, 'read')]),
      'none at all': granted(() => []),
      'more than its user may': {
        message: granted(
          ({ world }) => [world.everything],
          ({ world }) => ({ access: [world.on(world.orders, 'read')] }),
        ),
        becomes: lacking('read', 'invoices', 'beyond_user_access'),
      },
      'an entity that does not exist': {
        message: ({ withToken, world }) =>
          withToken(
            world.issue([world.on(world.invoices, 'read')]).authorization,
            '/v1/entities/nothing/records',
          ),
        becomes: lacking('read', 'nothing', 'unknown_entity'),
      },
      'to write': {
        message: ({ host, message, world }) => {
          const { authorization } = world.issue([world.on(world.invoices, 'read')])
          return message(
            [
              `POST ${records} HTTP/1.1`,
              host,
              `Authorization: ${authorization}`,
              'Content-Type: application/json',
              'Content-Length: 14',
            ],
            '{"number":"2"}',
          )
        },
        becomes: lacking('write', 'invoices', 'not_granted'),
      },
    },
  },
  {
    number: 119,
    input: 'a token that is too short or too long',
    decided: 'Ours have 66 characters. Beyond 512 it is no token at all, beyond 8 KiB no request.',
    becomes: notOurs,
    sent: {
      '65 characters': bearer(({ token }) => token.slice(0, -1)),
      '67 characters': bearer(({ token }) => `${token}a`),
      '512 characters': bearer(() => 'a'.repeat(512)),
      '513 characters': { message: bearer(() => 'a'.repeat(513)), becomes: malformed },
      '9 KiB': {
        message: bearer(() => 'a'.repeat(9_216)),
        becomes: { answer: 'headers-too-large', connection: 'closed' },
      },
    },
  },
  {
    number: 120,
    input: 'characters that look alike',
    becomes: notOurs,
    sent: {
      'O for 0, l for 1': bearer(({ world }) => {
        for (;;) {
          const typed = lookAlike(world.issue([world.everything]).token)
          if (typed) return typed
        }
      }),
    },
  },
  {
    number: 121,
    input: 'another spelling of the same numbers',
    becomes: notOurs,
    sent: {
      'a secret of 2^256 and more': bearer(({ token }) =>
        spelled('kws', token.split('_')[1]!, 'z'.repeat(43)),
      ),
      'an ID of 2^71 and more': bearer(() => spelled('kws', 'z'.repeat(12), '0'.repeat(43))),
      'without leading zeros': bearer(({ token }) => spelled('kws', token.split('_')[1]!, '1')),
      'with more of them': bearer(({ token }) => {
        const [kind, id, secret] = token.split('_') as [string, string, string]
        return spelled(kind, id, `0${secret.slice(0, 43)}`)
      }),
    },
  },
  {
    number: 122,
    input: 'a token of another installation with an ID of ours',
    becomes: invalid('wrong_secret', 'refused'),
    sent: {
      'sealed by its keys': bearer(({ world }) => {
        const { token, tokenId } = world.issue([world.everything])
        const elsewhere = createGatewaySeals(gatewayKeys(randomBytes(32)))
        world.changeSilently(tokenId, { digest: elsewhere.digest(token, 1) })
        return token
      }),
    },
  },
  {
    number: 123,
    input: 'a secret of another kind',
    becomes: notOurs,
    sent: Object.fromEntries(
      ['kwr', 'kwb', 'kwt', 'KWS', 'kw'].map((kind) => [
        kind,
        bearer(({ token }) => {
          const [, id, secret] = token.split('_') as [string, string, string]
          return spelled(kind, id, secret.slice(0, 43))
        }),
      ]),
    ),
  },
  {
    number: 124,
    input: 'characters of a chat inside the token',
    decided: 'They are bytes that no token may hold, so the request is malformed: 400.',
    becomes: malformed,
    sent: Object.fromEntries(
      Object.entries({
        'full-width': '\uff41',
        'zero-width': '\u200b',
        'a soft hyphen': '\xad',
      }).map(([name, character]) => [
        name,
        bearer(({ token }) =>
          Buffer.from(token.slice(0, 9) + character + token.slice(9)).toString('latin1'),
        ),
      ]),
    ),
  },
]
