import { Address } from '../contract/listening'
import { numberOf, shown } from './choices'
import type { Command } from './command'
import type { Options } from './options'
import { Stop, stopFor } from './stop'
import { fill, words } from './words'

/**
 * A server starts it at boot, when nobody is there to type a password: who may read the keys of the
 * profile may run its gateway.
 */
export const gatewayServe: Command = {
  name: 'gateway serve',
  needs: 'profile',
  takes: [],
  options: ['port', 'listen'],
  async run({ profile, options, output, terminal }) {
    const port = numberOf(options, 'port', 0, 65_535) ?? null
    const { state, stop } = await profile.serveGateway({ port, address: addressOf(options) })
    if (state.failure) throw stopFor(state.failure)
    const ended = terminal.toldToEnd()
    try {
      const { baseUrl, address, startedAt } = state
      await output.done(
        { baseUrl, address, port: state.port, startedAt },
        fill(words.gateway.listens, { address: baseUrl }),
      )
      await ended
    } finally {
      await stop()
    }
    return 'done'
  },
}

function addressOf({ listen }: Options): string | null {
  if (listen === undefined) return null
  const address = Address.safeParse(listen)
  if (address.success) return address.data
  const values = { option: '--listen', given: shown(listen) }
  throw new Stop('usage', fill(words.usage.notAnAddress, values))
}
