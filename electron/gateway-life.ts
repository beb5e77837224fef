import type { FromGateway, ToGateway } from './gateway-messages'

/** The utility process, as far as we use it: `utilityProcess.fork` makes one, a test its own. */
export type GatewayChild = {
  postMessage(message: ToGateway): void
  on(event: 'message', heard: (message: FromGateway) => void): unknown
  once(event: 'exit', heard: (code: number) => void): unknown
  kill(): boolean
  pid: number | undefined
}

const startMilliseconds = 15_000
const stopMilliseconds = 3_000
const killMilliseconds = 3_000
const forgetMilliseconds = 2_000
const silentSeconds = 5

type Started = Extract<FromGateway, { kind: 'listening' | 'failed' }>

type Events = {
  heard: (message: FromGateway) => void
  exited: (code: number) => void
  /** It listened, and has said nothing for 5 seconds, though it tells figures every second. */
  silent: () => void
}

export type GatewayLife = ReturnType<typeof launch>

/** One life of the process: its start, its end, and what it acknowledged. */
export function launch(
  child: GatewayChild,
  order: Extract<ToGateway, { kind: 'start' }>,
  { heard, exited, silent }: Events,
) {
  const waiting = new Map<number, (forgot: boolean) => void>()
  let lastNumber = 0
  let listensOn = order.place.port
  const start = Promise.withResolvers<Started>()
  const exit = Promise.withResolvers<true>()
  let hasEnded = false
  let isAbandoned = false
  let quietSeconds = 0
  let watch: NodeJS.Timeout | undefined

  child.on('message', (message) => {
    if (isAbandoned) return kill()
    quietSeconds = 0
    if (message.kind === 'listening') {
      listensOn = message.port
      watch ??= setInterval(secondPassed, 1_000)
    }
    if (message.kind === 'listening' || message.kind === 'failed') start.resolve(message)
    if (message.kind === 'forgotten') waiting.get(message.number)?.(true)
    heard(message)
  })
  child.once('exit', (code) => {
    hasEnded = true
    clearInterval(watch)
    start.resolve({ kind: 'failed', code: 'internal' })
    for (const answer of waiting.values()) answer(false)
    exit.resolve(true)
    exited(code)
  })
  child.postMessage(order)

  return {
    port: () => listensOn,
    started: within(startMilliseconds, start.promise, {
      kind: 'failed',
      code: 'gateway_not_answering',
    } as const),

    /** False when it died or did not say so in time. */
    forget(): Promise<boolean> {
      const number = ++lastNumber
      const answered = Promise.withResolvers<boolean>()
      waiting.set(number, answered.resolve)
      child.postMessage({ kind: 'forget', number })
      return within(forgetMilliseconds, answered.promise, false).finally(() =>
        waiting.delete(number),
      )
    },

    /** Waits for its exit, but not for ever: a process that never came to be has none. */
    async end({ atOnce }: { atOnce: boolean }) {
      clearInterval(watch)
      if (hasEnded) return
      if (!atOnce) {
        child.postMessage({ kind: 'stop' })
        if (await within(stopMilliseconds, exit.promise, false)) return
      }
      kill()
      isAbandoned = !(await within(killMilliseconds, exit.promise, false))
    },
  }

  /** Seconds are counted, not compared: while main itself was halted, nobody was silent. */
  function secondPassed() {
    quietSeconds += 1
    if (quietSeconds < silentSeconds) return
    clearInterval(watch)
    silent()
  }

  function kill() {
    child.kill()
    killNow(child.pid)
  }
}

/** `kill` asks politely, which a process that hangs or was halted never hears. */
function killNow(pid: number | undefined) {
  if (pid === undefined) return
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

/** What the promise gives, or `otherwise` when it takes longer. */
function within<T, U>(milliseconds: number, promise: Promise<T>, otherwise: U): Promise<T | U> {
  const late = Promise.withResolvers<T | U>()
  const timer = setTimeout(() => late.resolve(otherwise), milliseconds)
  return Promise.race([promise, late.promise]).finally(() => clearTimeout(timer))
}
