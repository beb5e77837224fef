import type { TransferEnd, TransferOrder, TransferProgress } from './services/transfer-order'

/** What the thread is given with its start. */
export type ForTransfer = {
  folder: string
  clockOffset: number
  order: TransferOrder
  /** One 32-bit number, 1 when it is to stop: read between two chunks, without waiting for news. */
  cancelled: SharedArrayBuffer
}

/** What the thread tells main. */
export type FromTransfer =
  | { kind: 'progress'; progress: TransferProgress }
  | { kind: 'ended'; end: TransferEnd }
  /** A fault of ours, for main's log. */
  | { kind: 'fault'; text: string }
