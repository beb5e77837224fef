import type { ReviewItem } from '../contract/review'
import { isoMoment } from './activity-entry'
import type { CsvRow } from './csv-file'
import { grantLines } from './grant-words'

const cells: Record<string, (item: ReviewItem) => CsvRow[string]> = {
  token_id: (item) => item.tokenId,
  token: (item) => item.tokenName,
  user: (item) => item.userName,
  permissions_at_start: (item) => grantLines(item.grantsSeen).join('; '),
  decision: (item) => item.decision,
  permissions_left: (item) => item.grants && grantLines(item.grants).join('; '),
  reason: (item) => item.reason,
  decided_by: (item) => item.decidedBy,
  decided_at: (item) => isoMoment(item.decidedAt),
  outcome: (item) => item.outcome,
  status_now: (item) => item.token.status,
  last_used_at: (item) => isoMoment(item.token.lastUsedAt),
  expires_at: (item) => isoMoment(item.token.expiresAt),
}

export const reviewColumns = Object.keys(cells)

export const reviewCells = (item: ReviewItem): CsvRow =>
  Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, cell(item)]))
