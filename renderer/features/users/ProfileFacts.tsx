import { useTranslation } from 'react-i18next'
import type { User } from '../../../electron/contract/user'
import { Fact, Facts } from '../../ui/Facts'
import { When } from '../../ui/When'

type ProfileFactsProps = {
  user: User
  /** For those who see no form: what the form would hold. */
  withNames: boolean
}

export function ProfileFacts({ user, withNames }: ProfileFactsProps) {
  const { t } = useTranslation('users')
  const { t: common } = useTranslation('common')
  const role = user.role === null ? t('roles.none') : common(`role.${user.role}`)
  return (
    <Facts>
      {withNames && (
        <>
          <Fact name={t('profile.username')}>{user.username}</Fact>
          <Fact name={t('profile.displayName')}>{user.displayName}</Fact>
          {user.kind === 'person' && <Fact name={t('profile.role')}>{role}</Fact>}
        </>
      )}
      <Fact name={t('profile.created')}>
        <When at={user.createdAt} />
      </Fact>
      <Fact name={t('profile.changed')}>
        <When at={user.updatedAt} />
      </Fact>
      {user.kind === 'person' && (
        <Fact name={t('profile.lastSignIn')}>
          <When at={user.lastSignInAt} empty={t('profile.neverSignedIn')} />
        </Fact>
      )}
    </Facts>
  )
}
