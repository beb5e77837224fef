import Skeleton from '@mui/material/Skeleton'
import type { UserId } from '../../../electron/contract/id'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { AccessForm } from './AccessForm'

/** The ceiling of a user: the most that any of the user's tokens may do. */
export function AccessTab({ userId }: { userId: UserId }) {
  const access = useAnswer('access.get', { userId })
  const terms = useAnswer('tokens.terms', { userId })
  const failure = failureIn(access.error ?? terms.error)
  if (access.data && terms.data)
    return (
      <AccessForm
        userId={userId}
        version={access.data.version}
        inForce={access.data.grants}
        entities={terms.data.entities}
        onSaved={() => access.refetch()}
      />
    )
  if (failure)
    return (
      <FailureNotice
        failure={failure}
        onRetry={() => {
          void access.refetch()
          void terms.refetch()
        }}
      />
    )
  return <Skeleton variant="rounded" height={320} />
}
