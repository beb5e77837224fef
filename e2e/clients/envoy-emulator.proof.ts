import { test } from 'vitest'
import { envoyConfiguration } from '../../electron/services/envoy-configuration'
import * as emulated from './emulated-proxy'
import { expectGuarded } from './guarded-site'

const { call, namesBelow, only, pairs, valueOf, without } = emulated

/**
 * Envoy's ext_authz over HTTP: the original method and target below a prefix, no body, of the
 * client's headers only Host, Authorization and the listed ones; exactly 200 allows, what is no
 * answer is 403. It appends the client's address to X-Forwarded-For itself.
 */
test('Envoy, as far as an emulator can be it, lets through what Keyward allows, and nothing else', async () => {
  await expectGuarded({
    whileDown: 403,
    async start(site) {
      const text = envoyConfiguration(site)
      const { host } = new URL(valueOf(text, 'uri'))
      const answered = namesBelow(text, 'allowed_upstream_headers')
      await emulated.startEmulator(site.port, site.application, async (asked) => {
        const before = asked.headers['x-forwarded-for']
        const address = asked.socket.remoteAddress!
        const headers: emulated.Headers = [
          ...without(pairs(asked.rawHeaders), ['x-forwarded-for']).filter(
            ([name]) => !name.includes('_'),
          ),
          ['x-forwarded-for', before === undefined ? address : `${String(before)},${address}`],
        ]
        const verdict = await call(host, asked.method!, valueOf(text, 'path_prefix') + asked.url!, [
          ...only(headers, ['host', 'authorization', ...namesBelow(text, 'allowed_headers')]),
          ['content-length', '0'],
        ])
        const denied = only(verdict.headers, namesBelow(text, 'allowed_client_headers'))
        if (verdict.status === 0 || verdict.status >= 500)
          return { answer: { status: 403, headers: [], body: '' } }
        if (verdict.status !== 200) return { answer: { ...verdict, headers: denied } }
        const named = [...without(headers, answered), ...only(verdict.headers, answered)]
        return { forward: without(named, namesBelow(text, 'request_headers_to_remove')) }
      })
    },
  })
})
