import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CallAsked } from '../../../electron/contract/explain'
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
  const [asked, setAsked] = useState<CallAsked | null>(
    () => CallAsked.safeParse({ entity: null, ...given, ...tokenOf(given) }).data ?? null,
  )
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <CallForm initial={asked} onAsk={setAsked} />
      {asked && <Answer asked={asked} />}
    </>
  )
}

/** A token ID of digits alone comes back from the address as a number. */
const tokenOf = ({ tokenId }: Record<string, unknown>) =>
  typeof tokenId === 'number' ? { tokenId: String(tokenId) } : {}

function Answer({ asked }: { asked: CallAsked }) {
  const { data, error, refetch } = useAnswer('calls.explain', asked)
  const failure = failureIn(error)
  if (failure) return <FailureNotice failure={failure} onRetry={() => void refetch()} />
  return data ? <ExplanationList explanation={data} /> : null
}
