import { randomBytes } from 'node:crypto'
import { createTokenFormat } from './crypto/token-format'
import { doJob } from './job-work'
import { scanPaths } from './services/leak-scan'
import type { ScanAnswer, ScanOrder, ScanProgress, ScanQuestion } from './services/scan-order'

const { parse } = createTokenFormat({ randomBytes })

// The keys stay with main: the thread asks whether a secret is one of ours.
doJob<ScanOrder, ScanProgress, ScanQuestion, ScanAnswer, unknown>(
  ({ paths }, { isCancelled, progress, ask }) =>
    scanPaths(paths, {
      parse,
      judge: (token, tokenId) => ask({ token, tokenId }),
      isCancelled,
      onProgress: progress,
    }),
)
