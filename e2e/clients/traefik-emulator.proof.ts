import { test } from 'vitest'
import { traefikConfiguration } from '../../electron/services/traefik-configuration'
import * as emulated from './emulated-proxy'
import { expectGuarded } from './guarded-site'

const { call, namesBelow, only, pairs, valueOf, without } = emulated

/**
 * Traefik's forwardAuth with `trustForwardHeader: false`: a GET with the listed headers, the original
 * request in X-Forwarded-*, a 2xx allows, any other answer goes to the client as it is, and 500
 * where nobody answers.
 */
test('Traefik, as far as an emulator can be it, lets through what Keyward allows, and nothing else', async () => {
  await expectGuarded({
    whileDown: 500,
    async start(site) {
      const text = traefikConfiguration(site)
      const address = new URL(valueOf(text, 'address'))
      const answered = namesBelow(text, 'authResponseHeaders')
      await emulated.startEmulator(site.port, site.application, async (asked) => {
        const headers = pairs(asked.rawHeaders)
        const verdict = await call(address.host, 'GET', address.pathname, [
          ['Host', address.host],
          ...only(headers, namesBelow(text, 'authRequestHeaders')),
          ['X-Forwarded-Method', asked.method!],
          ['X-Forwarded-Proto', 'http'],
          ['X-Forwarded-Host', asked.headers.host ?? ''],
          ['X-Forwarded-Uri', asked.url!],
          ['X-Forwarded-For', asked.socket.remoteAddress!],
        ])
        if (verdict.status === 0) return { answer: { ...verdict, status: 500 } }
        if (verdict.status >= 300) return { answer: verdict }
        const named = [...without(headers, answered), ...only(verdict.headers, answered)]
        return { forward: without(named, namesBelow(text, 'customRequestHeaders')) }
      })
    },
  })
})
