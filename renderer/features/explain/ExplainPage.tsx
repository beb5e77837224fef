import Skeleton from '@mui/material/Skeleton'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CallAsked } from '../../../electron/contract/explain'
import { RefusalReason } from '../../../electron/contract/gateway'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { PageHeader } from '../../ui/PageHeader'
import { CallForm } from './CallForm'
import { ExplanationList } from './ExplanationList'

/** Why a call is allowed or refused. A refused call opens this page with all that is known of it. */
export function ExplainPage() {
  const { t } = useTranslation('explain')
  // The address can hold anything; a call that is none is not asked.
  const given = useSearch({ strict: false }) as Record<string, unknown>
  const [initial] = useState(
    () => CallAsked.safeParse({ entity: null, ...given, ...tokenOf(given) }).data ?? null,
  )
  const [asked, setAsked] = useState(initial)
  const known = useAnswer(
    'tokens.find',
    { search: initial?.tokenId ?? '' },
    { enabled: initial !== null },
  )
  const token = known.data?.find((one) => one.token.id === initial?.tokenId) ?? null
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      {initial !== null && known.isPending ? (
        <Skeleton variant="rounded" height={210} sx={{ maxWidth: 760, mb: 3 }} />
      ) : (
        <CallForm initial={initial} token={token} onAsk={setAsked} />
      )}
      {asked && <Answer asked={asked} then={asked === initial ? reasonOf(given) : null} />}
    </>
  )
}

/** A token ID of digits alone comes back from the address as a number. */
const tokenOf = ({ tokenId }: Record<string, unknown>) =>
  typeof tokenId === 'number' ? { tokenId: String(tokenId) } : {}

/** Why the call was refused, where the list says so. */
const reasonOf = ({ reason }: Record<string, unknown>) =>
  RefusalReason.safeParse(reason).data ?? null

function Answer({ asked, then }: { asked: CallAsked; then: RefusalReason | null }) {
  const { data, error, refetch } = useAnswer('calls.explain', asked)
  const failure = failureIn(error)
  if (failure) return <FailureNotice failure={failure} onRetry={() => void refetch()} />
  return data ? <ExplanationList asked={asked} explanation={data} then={then} /> : null
}
