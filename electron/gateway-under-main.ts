import type { FailureCode } from './contract/failure'
import type { GatewayState } from './contract/gateway'
import { faultText } from './fault-text'
import { listenFailure } from './free-place'
import type { FromGateway, ToGateway } from './gateway-messages'
import type { Served } from './served-certificate'
import { Refusal } from './services/refusal'

/** The gateway as its process drives it. */
export type Gateway = {
  /** The port it listens on. */
  listen(): Promise<number>
  /** Null without TLS. */
  served(): Served | null
  /** What became of certificate files that were renewed; null where there is nothing new. */
  lookForRenewal(): { failure: FailureCode | null } | null
  forget(): void
  /** True when something was written. */
  writeCalls(): Promise<boolean>
  /** Figures of the second that ends now. */
  secondPassed(): GatewayState['calls']
  /** No more calls; what was counted is written. */
  close(): Promise<void>
}

export type Parent = {
  on(event: 'message', heard: (message: { data: ToGateway }) => void): unknown
  on(event: 'close', heard: () => void): unknown
  postMessage(message: FromGateway): void
}

type StartOrder = Extract<ToGateway, { kind: 'start' }>

type Given = {
  parent: Parent
  compose: (order: StartOrder, report: (error: unknown) => void) => Gateway
  exit: (code: number) => void
}

const writeEveryMilliseconds = 500
const lookEveryMilliseconds = 2_000

/** Does what main says and tells it what happens, until main says stop or is gone. */
export function runUnderMain({ parent, compose, exit }: Given) {
  let gateway: Gateway | null = null
  let timers: NodeJS.Timeout[] = []

  const tell = (message: FromGateway) => parent.postMessage(message)
  const report = (error: unknown) => tell({ kind: 'fault', text: faultText(error) })

  parent.on('message', ({ data: order }) => {
    if (order.kind === 'start') void start(order)
    if (order.kind === 'forget') {
      gateway?.forget()
      tell({ kind: 'forgotten', number: order.number })
    }
    if (order.kind === 'stop') void stop()
  })
  parent.on('close', () => void stop())

  async function start(order: StartOrder) {
    try {
      gateway = compose(order, report)
      const port = await gateway.listen()
      timers = [
        setInterval(() => void writeCalls(), writeEveryMilliseconds),
        // Also when they are as before: main takes it as the sign of life.
        setInterval(() => tell({ kind: 'figures', calls: gateway!.secondPassed() }), 1_000),
        setInterval(lookForRenewal, lookEveryMilliseconds),
      ]
      tell({ kind: 'listening', port, served: gateway.served() })
    } catch (error) {
      const code = error instanceof Refusal ? error.code : (listenFailure(error) ?? 'internal')
      if (code === 'internal') report(error)
      tell({ kind: 'failed', code })
    }
  }

  function lookForRenewal() {
    try {
      const renewal = gateway?.lookForRenewal()
      const served = gateway?.served()
      if (!renewal || !served) return
      const { failure } = renewal
      if (failure) report(new Error(`The renewed certificate is not used: ${failure}`))
      tell({ kind: 'renewed', served, failure })
    } catch (error) {
      report(error)
    }
  }

  async function writeCalls() {
    try {
      if (await gateway?.writeCalls()) tell({ kind: 'kept' })
    } catch (error) {
      report(error)
    }
  }

  async function stop() {
    for (const timer of timers) clearInterval(timer)
    try {
      await gateway?.close()
      exit(0)
    } catch (error) {
      report(error)
      exit(1)
    }
  }
}
