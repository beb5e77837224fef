import type { UseQueryResult } from '@tanstack/react-query'
import type { Page } from '../../electron/contract/page'
import { failureIn } from '../keyward'

/**
 * An answer as a `DataTable` takes it. Loading is waiting for rows that were not there before:
 * asking again for the same page, which announcements do all the time, is not worth a sign.
 */
export const tableAnswer = <Row>(answer: UseQueryResult<Page<Row>>) => ({
  rows: answer.data?.rows,
  total: answer.data?.total,
  loading: answer.isPending || answer.isPlaceholderData,
  failure: failureIn(answer.error),
  onRetry: () => void answer.refetch(),
})
