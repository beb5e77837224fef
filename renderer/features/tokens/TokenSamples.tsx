import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Token } from '../../../electron/contract/token'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { SampleChoice } from './SampleChoice'
import { SampleText } from './SampleText'
import { TryIt } from './TryIt'

type TokenSamplesProps = {
  token: Token
  secret: string
  baseUrl: string
  onCopy(text: string): void
}

/** Calls that this very token may make, ready to paste, and one to make right here. */
export function TokenSamples({ token, secret, baseUrl, onCopy }: TokenSamplesProps) {
  const { t } = useTranslation('tokens')
  const [chosen, setChosen] = useState(0)
  const samples = useAnswer('tokens.samples', { id: token.id })
  const failure = failureIn(samples.error)
  if (failure) return <FailureNotice failure={failure} onRetry={() => void samples.refetch()} />
  if (!samples.data) return <Skeleton variant="rounded" height={180} />
  const call = samples.data[chosen] ?? samples.data[0]!
  return (
    <Box component="section" aria-label={t('created.samples')}>
      {samples.data.length > 1 && (
        <SampleChoice calls={samples.data} chosen={call} onChoose={setChosen} />
      )}
      <SampleText call={call} secret={secret} baseUrl={baseUrl} onCopy={onCopy} />
      <Box sx={{ mt: 2 }}>
        <TryIt secret={secret} call={samples.data[0]!} />
      </Box>
    </Box>
  )
}
