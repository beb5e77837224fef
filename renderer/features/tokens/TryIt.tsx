import PlayArrowRounded from '@mui/icons-material/PlayArrowRounded'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Trial } from '../../../electron/contract/explain'
import { failureIn, useCommand } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'

type Props = { secret: string; entity: string | null }

/** A real call with the new token, made by main to this Keyward's own gateway. */
export function TryIt({ secret, entity }: Props) {
  const { t } = useTranslation('tokens')
  const attempt = useCommand('calls.try')
  const failure = failureIn(attempt.error)
  return (
    <Stack spacing={1} sx={{ alignItems: 'flex-start' }}>
      <Button
        variant="outlined"
        startIcon={<PlayArrowRounded />}
        loading={attempt.isPending}
        onClick={() => attempt.mutate({ secret, entity })}
      >
        {t('try.button')}
      </Button>
      {failure && <FailureNotice failure={failure} />}
      {attempt.data && <Outcome trial={attempt.data} />}
    </Stack>
  )
}

function Outcome({ trial }: { trial: Trial }) {
  const { t } = useTranslation('tokens')
  const parts = [
    ['request', trial.request],
    ['answer', `${trial.headers}\n\n${pretty(trial.body)}`],
  ] as const
  return (
    <Box role="region" aria-label={t('try.outcome')} sx={{ width: '100%' }}>
      <Typography color={trial.status < 300 ? 'success.main' : 'error.main'}>
        {t('try.status', { status: trial.status, milliseconds: Math.ceil(trial.milliseconds) })}
      </Typography>
      {parts.map(([name, text]) => (
        <Box key={name}>
          <Typography variant="caption">{t(`try.${name}`)}</Typography>
          <Box component="pre" tabIndex={0} sx={printed}>
            {text}
          </Box>
        </Box>
      ))}
    </Box>
  )
}

const printed = {
  m: 0,
  p: 1,
  fontSize: 12,
  maxHeight: 180,
  overflow: 'auto',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  bgcolor: 'action.hover',
  borderRadius: 1,
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
