import type { Transfer } from '../contract/transfer'
import type { Announce } from './announce'
import { Refusal } from './refusal'
import {
  noCounts,
  type RunningTransfer,
  type RunTransfer,
  type TransferEnd,
  type TransferOrder,
} from './transfer-order'

/** A transfer of this session: what the window sees of it, and what main holds on to. */
export type UnderWay = {
  transfer: Transfer
  order: TransferOrder
  /** Null when it is over, its entry written and its row in the store as it is to stay. */
  running: RunningTransfer | null
  hash: string | null
  settled: Promise<void>
}

/** Ended ones too, until they were seen; a session seldom has so many. */
const mostRemembered = 20

/** The transfers of this session, of which one at a time goes on. */
export function createTransfersUnderWay({
  run,
  now,
  announce,
  report,
}: {
  run: RunTransfer
  now: () => number
  announce: Announce
  report: (error: unknown) => void
}) {
  const known = new Map<string, UnderWay>()
  let isReserved = false

  /** Between the first look and the beginning nobody else begins. */
  async function alone<Begun>(work: () => Promise<Begun>): Promise<Begun> {
    if (isReserved || [...known.values()].some((one) => one.running !== null))
      throw new Refusal('transfer_running')
    isReserved = true
    try {
      return await work()
    } finally {
      isReserved = false
    }
  }

  /** `settle` writes down how it ended, before anybody is told. */
  function begin(
    id: string,
    order: TransferOrder,
    shown: Pick<Transfer, 'file' | 'totalRows' | 'mode'>,
    settle: (ended: TransferEnd) => Promise<void>,
  ): { id: string } {
    const at = now()
    const counts = order.kind === 'import' ? { ...order.run.counts, refused: 0 } : noCounts
    const rows = counts.created + counts.replaced + counts.skipped
    const one: UnderWay = {
      order,
      running: null,
      hash: null,
      settled: Promise.resolve(),
      transfer: {
        ...shown,
        id,
        entityId: order.entity.id,
        kind: order.kind,
        state: 'running',
        rows,
        part: 0,
        perSecond: null,
        startedAt: at,
        updatedAt: at,
        counts,
        failure: null,
        faults: [],
      },
    }
    known.set(id, one)
    // The oldest goes; one that runs is never the oldest of so many.
    if (known.size > mostRemembered) known.delete(known.keys().next().value!)
    const running = run(order, (progress) => {
      const seconds = (now() - at) / 1000
      const perSecond = seconds > 0 ? Math.round((progress.rows - rows) / seconds) : null
      one.transfer = { ...one.transfer, ...progress, perSecond, updatedAt: now() }
      announce('transfers')
    })
    one.running = running
    one.settled = running.ended.then((ended) => end(one, ended, settle)).catch(report)
    announce('transfers')
    return { id }
  }

  async function end(
    one: UnderWay,
    { hash, ...shown }: TransferEnd,
    settle: (ended: TransferEnd) => Promise<void>,
  ) {
    one.hash = hash
    try {
      await settle({ hash, ...shown })
    } finally {
      one.running = null
      one.transfer = { ...one.transfer, ...shown, updatedAt: now() }
      if (one.order.kind === 'import') announce('records', 'entities')
      announce('transfers', 'activity')
    }
  }

  /** Resolves when it stands still. */
  async function stop(id: string) {
    const one = known.get(id)
    one?.running?.cancel()
    await one?.settled
  }

  return {
    list: () => [...known.values()].map((one) => one.transfer),
    get: (id: string) => known.get(id),
    forget: (id: string) => void known.delete(id),
    alone,
    begin,
    stop,
    stopAll: async () => void (await Promise.all([...known.keys()].map(stop))),
  }
}
