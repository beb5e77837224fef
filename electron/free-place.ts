import { createServer } from 'node:net'
import type { FailureCode } from './contract/failure'

const codes: Record<string, FailureCode> = {
  EADDRINUSE: 'port_in_use',
  EADDRNOTAVAIL: 'address_not_available',
  EACCES: 'port_not_allowed',
}

/** What the system's "no" to listening means to people. */
export const listenFailure = (error: unknown): FailureCode | null =>
  codes[(error as { code?: string }).code ?? ''] ?? null

/** Why nobody could listen there at this moment; null where it can be had. */
export async function placeProblem(address: string, port: number): Promise<FailureCode | null> {
  const server = createServer()
  try {
    await new Promise<void>((listening, failed) => {
      server.once('error', failed)
      server.listen({ host: address, port, exclusive: true }, listening)
    })
    return null
  } catch (error) {
    return listenFailure(error) ?? 'internal'
  } finally {
    await new Promise((closed) => server.close(closed))
  }
}
