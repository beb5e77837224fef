import Alert from '@mui/material/Alert'
import { useTranslation } from 'react-i18next'
import type { RefusalReason } from '../../../electron/contract/gateway'
import { adviceFor } from './advice'

type Props = {
  /** Why the gateway refused the call that this page was opened from. */
  then: RefusalReason | null
  /** What the checks say of the same call. */
  now: RefusalReason | null
}

/**
 * Where the checks say otherwise than the list that led here: they know nothing of secrets and
 * rates, and go by the rights of now.
 */
export function RefusedThen({ then, now }: Props) {
  const { t } = useTranslation('explain')
  const { t: common } = useTranslation('common')
  if (then === null || then === now) return null
  const reason = common(`refusalReason.${then}`)
  return (
    <Alert severity="warning">
      {t(adviceFor(then) ? 'then.changed' : 'then.beside', { reason })}
    </Alert>
  )
}
