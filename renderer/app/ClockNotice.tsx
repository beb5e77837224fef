import MoreTimeRounded from '@mui/icons-material/MoreTimeRounded'
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureIn, useAnswer, useCommand } from '../keyward'
import { ConfirmDialog } from '../ui/ConfirmDialog'
import { exactWords, lengthWords, localZone } from '../ui/moments'
import { useNotify } from '../ui/notify'
import { useMay } from '../ui/useMay'

/** Stays on every page while the clock of the computer was put back, or far forward. */
export function ClockNotice() {
  const { t } = useTranslation('shell')
  const may = useMay()
  const notify = useNotify()
  const { data: clock } = useAnswer('clock.state', undefined)
  const correct = useCommand('clock.correct')
  const [isAsking, setIsAsking] = useState(false)
  if (!clock || clock.moved === null) return null

  const zone = localZone()
  const facts = {
    duration: lengthWords(clock.byMilliseconds) ?? '',
    keyward: exactWords(clock.now, zone),
    wall: exactWords(clock.wall, zone),
  }
  const confirm = () =>
    correct.mutate(undefined, {
      onSuccess: () => {
        setIsAsking(false)
        notify.success(t('clock.corrected'))
      },
    })
  return (
    <>
      <Alert
        severity="warning"
        square
        icon={<MoreTimeRounded aria-hidden />}
        sx={{ flexShrink: 0, alignItems: 'center' }}
        action={
          may('clock.correct') && (
            <Button color="inherit" size="small" onClick={() => setIsAsking(true)}>
              {t('clock.isRight')}
            </Button>
          )
        }
      >
        {t(`clock.${clock.moved}`, facts)}
      </Alert>
      <ConfirmDialog
        open={isAsking}
        title={t('clock.title')}
        confirmLabel={t('clock.isRight')}
        busy={correct.isPending}
        failure={failureIn(correct.error)}
        onConfirm={confirm}
        onClose={() => setIsAsking(false)}
      >
        <Typography>{t('clock.goesBy', facts)}</Typography>
        {clock.moved === 'back' && <Typography>{t('clock.revives', facts)}</Typography>}
      </ConfirmDialog>
    </>
  )
}
