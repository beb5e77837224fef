import type { Result } from '../contract/failure'
import type { GatewayState } from '../contract/gateway'

/** A profile as `compose-cli.ts` opens it: the same services that the window asks. */
export type OpenedProfile = {
  /** Checks who asks, and what, by the contract. */
  answer(call: string, input: unknown): Promise<Result<unknown>>
  /** The file that the window would ask for with the system's dialog. */
  choose(path: string): void
  serveGateway(place: { port: number | null; address: string | null }): Promise<ServedGateway>
  /** Gets our own bugs, whole; they go into the log of the profile. */
  report(error: unknown): void
  close(): void
}

export type ServedGateway = {
  state: GatewayState
  /** Lets calls under way finish, and writes what was counted. */
  stop(): Promise<void>
}
