/** One system: it calls with the secret it has, again as soon as it is answered. */
export type CallingSystem = { secret: string; answers: { secret: string; status: number }[] }

/** Many systems that call at once, each until all are stopped; no answer at all is status 0. */
export function startCalling(
  count: number,
  secret: string,
  statusOf: (secret: string) => Promise<number>,
) {
  const over = new AbortController()
  const systems = Array.from({ length: count }, (): CallingSystem => ({ secret, answers: [] }))
  const calling = systems.map(async (system) => {
    while (!over.signal.aborted) {
      const used = system.secret
      const status = await statusOf(used).catch(() => 0)
      system.answers.push({ secret: used, status })
    }
  })
  return {
    systems,
    answers: () => systems.flatMap((system) => system.answers),
    async stop() {
      over.abort()
      await Promise.all(calling)
    },
  }
}
