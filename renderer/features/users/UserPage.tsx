import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserId } from '../../../electron/contract/id'
import type { User } from '../../../electron/contract/user'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { PageHeader } from '../../ui/PageHeader'
import { PageTabs } from '../../ui/PageTabs'
import { UserStatusBadge } from '../../ui/UserStatusBadge'

const tabs = ['profile', 'tokens', 'access', 'matrix', 'activity'] as const
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
      <PageTabs
        label={t('page.tabsLabel')}
        current={tab}
        tabs={tabs.map((name) => ({
          name,
          label: t(`page.tab.${name}`),
          to: `/parametrization/users/${userId}/${name}`,
        }))}
      >
        {children}
      </PageTabs>
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
