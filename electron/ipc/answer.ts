import type * as z from 'zod'
import type { Failure, Result } from '../contract/failure'
import { contract, isCall, type Call, type Handlers } from '../contract/index'
import type { User } from '../contract/user'
import { whoMay } from '../contract/who-may'
import { failureIn } from './failure-in'
import { isPlainInput } from './plain-input'

export type Answer = (call: unknown, input: unknown) => Promise<Result<unknown>>

/** From a question of a window to its answer. What goes wrong travels as a value. */
export function createAnswer({
  handlers,
  session,
  log,
}: {
  /** The command line offers a few of all calls. */
  handlers: Partial<Handlers>
  session: { current(): Promise<Pick<User, 'role'> | null> }
  /** Gets what was asked and the error, never the input. */
  log: (what: string, error: unknown) => void
}): Answer {
  /** Before the input is looked at: who may not ask learns nothing about what may be asked. */
  async function refusalFor(call: Call): Promise<Failure | null> {
    const need = whoMay[call]
    if (need === 'anyone') return null
    const user = await session.current()
    if (user === null) return { code: 'not_signed_in' }
    if (need === 'administrator' && user.role !== 'administrator')
      return { code: 'role_needed', detail: { role: 'administrator' } }
    return null
  }

  async function answer(call: Call, input: unknown): Promise<Result<unknown>> {
    const refusal = await refusalFor(call)
    if (refusal !== null) return failed(refusal)
    if (!isPlainInput(input))
      return failed({ code: 'invalid_input', detail: { problem: 'payload' } })
    const asked = contract[call].input.safeParse(input)
    if (!asked.success) return failed(invalidInput(asked.error))
    const handle = handlers[call] as ((input: unknown) => unknown) | undefined
    if (handle === undefined) throw new Error(`${call} is not offered here`)
    const reply: unknown = await handle(asked.data)
    // Parsed as well: a column that slipped into a row cannot reach a window.
    return { ok: true, value: contract[call].output.parse(reply) }
  }

  return async (call, input) => {
    if (!isCall(call)) {
      log('ipc', 'a call that the contract does not name')
      return failed({ code: 'internal' })
    }
    try {
      return await answer(call, input)
    } catch (error) {
      const failure = failureIn(error)
      if (failure !== null) return failed(failure)
      log(call, error)
      return failed({ code: 'internal' })
    }
  }
}

const failed = (failure: Failure): Result<never> => ({ ok: false, failure })

/** The first thing wrong with an input. The contract's own messages are codes; zod's are prose. */
function invalidInput(error: z.ZodError): Failure {
  const issue = error.issues[0]
  const field = issue?.path.join('.')
  const isCode = /^[a-z_]+$/.test(issue?.message ?? '')
  const problem = (isCode ? issue?.message : issue?.code) ?? 'invalid'
  return { code: 'invalid_input', ...(field && { field }), detail: { problem } }
}
