import Alert from '@mui/material/Alert'
import { useTranslation } from 'react-i18next'
import type { UserId } from '../../../electron/contract/id'
import { useAnswer } from '../../keyward'
import type { GrantInput } from '../../ui/permission-grants'
import { narrowedBy } from './narrowed'

const mostNamed = 5

/** Before it is saved: which tokens would be able to do less from their next call on. */
export function NarrowedTokens({ userId, grants }: { userId: UserId; grants: GrantInput[] }) {
  const { t } = useTranslation('access')
  const { data } = useAnswer('matrix.get', { userId })
  const narrowed = data ? narrowedBy(data, grants) : []
  if (narrowed.length === 0) return null
  const names = narrowed.slice(0, mostNamed).map((row) => row.name)
  const others = narrowed.length - names.length
  return (
    <Alert severity="warning" role="status">
      {t('narrows', { count: narrowed.length })} {names.join(', ')}
      {others > 0 && ` ${t('narrowsOthers', { count: others })}`}
    </Alert>
  )
}
