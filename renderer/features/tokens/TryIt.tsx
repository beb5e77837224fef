import PlayArrowRounded from '@mui/icons-material/PlayArrowRounded'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { SampleCall } from '../../../electron/contract/sample'
import { failureIn, useCommand } from '../../keyward'
import { BroughtIntoView } from '../../ui/BroughtIntoView'
import { FailureNotice } from '../../ui/FailureNotice'
import { TrialOutcome } from './TrialOutcome'

type Props = { secret: string; call: SampleCall }

/**
 * A real call with the new token, made by main to this Keyward's own gateway. It never changes a
 * record: a token that may read nothing asks what it is and may do.
 */
export function TryIt({ secret, call }: Props) {
  const { t } = useTranslation('tokens')
  const hintId = useId()
  const attempt = useCommand('calls.try')
  const failure = failureIn(attempt.error)
  const entity = call.does === 'read' ? call.entityName : null
  return (
    <Stack spacing={1}>
      <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
        <Button
          variant="outlined"
          startIcon={<PlayArrowRounded />}
          loading={attempt.isPending}
          aria-describedby={hintId}
          onClick={() => attempt.mutate({ secret, entity })}
          sx={{ flexShrink: 0 }}
        >
          {t('try.button')}
        </Button>
        <Typography id={hintId} variant="body2" color="textSecondary">
          {call.does === 'read' ? t('try.reads', { title: call.entityTitle }) : t('try.asks')}
        </Typography>
      </Stack>
      {failure && (
        <BroughtIntoView>
          <FailureNotice failure={failure} />
        </BroughtIntoView>
      )}
      {attempt.data && (
        <BroughtIntoView>
          <TrialOutcome trial={attempt.data} />
        </BroughtIntoView>
      )}
    </Stack>
  )
}
