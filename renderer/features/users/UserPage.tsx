import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserId } from '../../../electron/contract/id'
import type { User } from '../../../electron/contract/user'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { GoLink } from '../../ui/GoLink'
import { PageHeader } from '../../ui/PageHeader'
import { UserStatusBadge } from '../../ui/UserStatusBadge'

const tabs = ['profile', 'tokens', 'access', 'activity'] as const
type UserTab = (typeof tabs)[number]

type UserPageProps = { userId: UserId; tab: UserTab; children: ReactNode }

export function UserPage({ userId, tab, children }: UserPageProps) {
  const { t } = useTranslation('users')
  const { data: user, error, refetch } = useAnswer('users.get', { id: userId })
  const failure = failureIn(error)
  const back = { label: t('page.back'), to: '/parametrization/users' }
  if (failure && !user)
    return (
      <>
        <PageHeader title={t('page.unknown')} back={back} />
        <FailureNotice failure={failure} onRetry={() => void refetch()} />
      </>
    )
  return (
    <>
      <PageHeader
        title={user?.displayName ?? <Skeleton width={240} />}
        subtitle={user && <Whose user={user} />}
        back={back}
      />
      <Tabs value={tab} aria-label={t('page.tabsLabel')} sx={{ mb: 2.5 }}>
        {tabs.map((one) => (
          <Tab
            key={one}
            value={one}
            label={t(`page.tab.${one}`)}
            id={`user-tab-${one}`}
            aria-controls="user-tabpanel"
            component={GoLink}
            to={`/parametrization/users/${userId}/${one}`}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id="user-tabpanel" aria-labelledby={`user-tab-${tab}`}>
        {children}
      </Box>
    </>
  )
}

function Whose({ user }: { user: User }) {
  const { t: common } = useTranslation('common')
  return (
    <Stack direction="row" sx={{ gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
      <span>{user.username}</span>
      <span aria-hidden>·</span>
      <span>{common(`userKind.${user.kind}`)}</span>
      <UserStatusBadge status={user.status} />
    </Stack>
  )
}
