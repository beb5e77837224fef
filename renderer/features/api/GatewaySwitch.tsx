import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GatewayState } from '../../../electron/contract/gateway'
import { failureIn, useCommand } from '../../keyward'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { useNotify } from '../../ui/notify'

/** Start, or Stop with a question: while it is stopped, every call fails. */
export function GatewaySwitch({ gateway }: { gateway: GatewayState }) {
  const { t } = useTranslation('api')
  const notify = useNotify()
  const start = useCommand('gateway.start')
  const stop = useCommand('gateway.stop')
  const [asking, setAsking] = useState(false)
  const mayStop = gateway.state === 'running' || gateway.state === 'starting'

  return (
    <>
      {mayStop ? (
        <Button variant="outlined" color="error" onClick={() => setAsking(true)}>
          {t('stop')}
        </Button>
      ) : (
        <Button
          variant="contained"
          loading={start.isPending}
          onClick={() =>
            start.mutate(undefined, {
              onError: (error) => notify.failure(failureIn(error) ?? { code: 'internal' }),
            })
          }
        >
          {t('start')}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        title={t('stopping.title')}
        confirmLabel={t('stopping.confirm')}
        danger
        busy={stop.isPending}
        failure={failureIn(stop.error)}
        onConfirm={() => stop.mutate(undefined, { onSuccess: () => setAsking(false) })}
        onClose={() => {
          stop.reset()
          setAsking(false)
        }}
      >
        <Typography>{t('stopping.text')}</Typography>
      </ConfirmDialog>
    </>
  )
}
