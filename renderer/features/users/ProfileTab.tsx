import Divider from '@mui/material/Divider'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { UserId } from '../../../electron/contract/id'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { useMay } from '../../ui/useMay'
import { ProfileFacts } from './ProfileFacts'
import { ProfileForm } from './ProfileForm'
import { UserStatusSection } from './UserStatusSection'

export function ProfileTab({ userId }: { userId: UserId }) {
  const { t } = useTranslation('users')
  const may = useMay()
  const { data: user, error, refetch } = useAnswer('users.get', { id: userId })
  const failure = failureIn(error)
  if (!user)
    return failure ? (
      <FailureNotice failure={failure} onRetry={() => void refetch()} />
    ) : (
      <Skeleton variant="rounded" height={240} />
    )
  return (
    <Stack spacing={3} sx={{ maxWidth: 560 }} divider={<Divider flexItem />}>
      {may('users.change') ? (
        <ProfileForm user={user} />
      ) : (
        <Typography color="textSecondary">{t('profile.readOnly')}</Typography>
      )}
      <ProfileFacts user={user} withNames={!may('users.change')} />
      {may('users.setStatus') && <UserStatusSection user={user} />}
    </Stack>
  )
}
