import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Token } from '../../../electron/contract/token'
import { unusedPeriods } from '../../../electron/contract/usage'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { NarrowDone } from './NarrowDone'
import { NarrowProposal } from './NarrowProposal'
import { useNarrow } from './use-narrow'
import { UnusedList } from './UnusedList'

type Period = (typeof unusedPeriods)[number]

/** What a token may do and does not, since when one looked, and the narrower grants. */
export function UnusedPermissions({ token }: { token: Token }) {
  const { t } = useTranslation('usage')
  const [days, setDays] = useState<Period>(90)
  const { data, error, refetch } = useAnswer('tokens.unusedPermissions', { id: token.id, days })
  const failure = failureIn(error)
  const narrow = useNarrow(token)
  return (
    <section>
      <Stack direction="row" sx={{ mb: 1, alignItems: 'center', justifyContent: 'space-between' }}>
        <Typography variant="subtitle2" component="h3">
          {t('unused.title')}
        </Typography>
        <TextField
          select
          size="small"
          label={t('unused.period')}
          value={days}
          onChange={({ target }) =>
            setDays(unusedPeriods.find((one) => one === Number(target.value)) ?? 90)
          }
          sx={{ width: 130 }}
        >
          {unusedPeriods.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`days.${one}`)}
            </MenuItem>
          ))}
        </TextField>
      </Stack>
      {failure && <FailureNotice failure={failure} onRetry={() => void refetch()} />}
      {data && (
        <Stack spacing={1.5}>
          <NarrowDone narrow={narrow} />
          {data.current.length > 0 && <UnusedList found={data} days={days} />}
          {data.proposed && (
            <NarrowProposal
              narrow={narrow}
              version={data.version}
              current={data.current}
              proposed={data.proposed}
            />
          )}
        </Stack>
      )}
    </section>
  )
}
