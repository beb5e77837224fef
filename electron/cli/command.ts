import type { Call, Given as Asked, Reply } from '../contract/index'
import type { verifyActivityFile } from '../services/verify-activity-file'
import type { verifyBesideProof } from '../services/verify-proof-files'
import type { Ending } from './exit-codes'
import type { OptionName, Options } from './options'
import type { Output } from './output'
import type { Terminal } from './terminal'
import type { OpenedProfile } from './opened-profile'
import type { words } from './words'

export type CommandName = keyof typeof words.commands

export type Given = {
  /** What was given for each of `takes`. */
  args: string[]
  options: Options
  terminal: Terminal
  output: Output
  now: () => number
  /** What needs no profile. */
  offline: {
    verifyActivityFile: typeof verifyActivityFile
    verifyBesideProof: typeof verifyBesideProof
  }
}

/** Asks as whoever signed in; what is refused ends the command. */
export type AskKeyward = <C extends Call>(call: C, input: Asked<C>) => Promise<Reply<C>>

type Common = {
  name: CommandName
  /** What must follow the words of the command. */
  takes: readonly (keyof typeof words.arguments)[]
  options: readonly OptionName[]
}

/**
 * One command. `calls` is all that it may ask of Keyward: `who-may.ts` says which role that needs,
 * and whoever lacks it is told before anything else is asked of them.
 */
export type Command = Common &
  (
    | {
        needs: 'sign_in'
        calls: readonly Call[]
        run(given: Given & { ask: AskKeyward; choose: OpenedProfile['choose'] }): Promise<Ending>
      }
    | { needs: 'nothing'; run(given: Given): Promise<Ending> }
    | { needs: 'profile'; run(given: Given & { profile: OpenedProfile }): Promise<Ending> }
  )
