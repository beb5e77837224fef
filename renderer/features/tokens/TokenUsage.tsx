import Stack from '@mui/material/Stack'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TokenId } from '../../../electron/contract/id'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { UsageChart } from './UsageChart'
import { UsesTable } from './UsesTable'

const periods = [30, 90] as const

/** How much a token is called, day by day, and what for. */
export function TokenUsage({ id }: { id: TokenId }) {
  const { t } = useTranslation('usage')
  const [days, setDays] = useState<(typeof periods)[number]>(30)
  const { data: usage, error, refetch } = useAnswer('tokens.usage', { id, days })
  const failure = failureIn(error)
  return (
    <section>
      <Stack direction="row" sx={{ mb: 1, alignItems: 'center', justifyContent: 'space-between' }}>
        <Typography variant="subtitle2" component="h3">
          {t('title')}
        </Typography>
        <ToggleButtonGroup
          size="small"
          exclusive
          value={days}
          aria-label={t('period')}
          onChange={(_event, next: (typeof periods)[number] | null) => {
            if (next !== null) setDays(next)
          }}
        >
          {periods.map((one) => (
            <ToggleButton key={one} value={one} sx={{ px: 1, py: 0.25 }}>
              {t(`days.${one}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </Stack>
      {failure && <FailureNotice failure={failure} onRetry={() => void refetch()} />}
      {usage && (
        <>
          <UsageChart days={usage.days} />
          <UsesTable uses={usage.uses} days={usage.days.length} />
        </>
      )}
    </section>
  )
}
