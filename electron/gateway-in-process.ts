import { EventEmitter } from 'node:events'
import type { GatewayChild } from './gateway-life'
import type { FromGateway, ToGateway } from './gateway-messages'
import { runUnderMain, type Parent } from './gateway-under-main'

/**
 * The gateway in this very process, where there is no window to keep smooth: driven by the same
 * messages as the one in a process of its own.
 */
export function gatewayInThisProcess(
  compose: Parameters<typeof runUnderMain>[0]['compose'],
): GatewayChild {
  const toGateway = new EventEmitter<{ message: [{ data: ToGateway }]; close: [] }>()
  const fromGateway = new EventEmitter<{ message: [FromGateway]; exit: [number] }>()
  runUnderMain({
    parent: {
      on: ((event: 'message', heard: (message: { data: ToGateway }) => void) =>
        toGateway.on(event, heard)) as Parent['on'],
      postMessage: (message) => void fromGateway.emit('message', message),
    },
    compose,
    exit: (code) => void fromGateway.emit('exit', code),
  })
  return {
    postMessage: (message) => void toGateway.emit('message', { data: message }),
    on: (event, heard) => fromGateway.on(event, heard),
    once: (event, heard) => fromGateway.once(event, heard),
    kill: () => false,
    pid: undefined,
  }
}
