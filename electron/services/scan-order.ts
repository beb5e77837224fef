import type { TokenId } from '../contract/id'
import type { LeakProgress, SecretMatch } from '../contract/leak'
import type { JudgeSecret } from './leak-findings'
import type { ScanResult } from './leak-scan'

/** What a scan is to do, as plain values: it travels to a thread of its own. */
export type ScanOrder = { paths: string[] }
export type ScanProgress = LeakProgress
/** A secret that was found; it goes no further than the comparison of its digest. */
export type ScanQuestion = { token: string; tokenId: TokenId }
export type ScanAnswer = SecretMatch

/** Under way on another thread; null in the end where that died. */
export type RunScan = (
  order: ScanOrder,
  means: { judge: JudgeSecret; progress: (progress: ScanProgress) => void },
) => { ended: Promise<ScanResult | null>; cancel(): void }
