import { useTranslation } from 'react-i18next'
import type { Token } from '../../../electron/contract/token'
import { useAnswer } from '../../keyward'
import { TokenExpiry } from '../../ui/TokenExpiry'

/** When a token ends, and where that is not its own end, which rule says so. */
export function ExpiryFact({ token }: { token: Token }) {
  const { t } = useTranslation('tokens')
  return (
    <>
      <TokenExpiry token={{ ...token, revokedAt: null }} />
      {token.expiresAt !== null && token.expiryZone !== null && !token.isExpiryLimited && (
        <> ({t('details.zone', { zone: token.expiryZone })})</>
      )}
      {token.isExpiryLimited && <LimitedBy token={token} />}
    </>
  )
}

function LimitedBy({ token }: { token: Token }) {
  const { t } = useTranslation('tokens')
  const { data: policy } = useAnswer('policy.get', undefined)
  const days = policy?.longestLifetimeDays ?? null
  return (
    <div>
      {days !== null && t('details.limitedBy', { count: days })} {t('details.ownExpiry')}{' '}
      <TokenExpiry
        token={{ expiresAt: token.ownExpiresAt, expiryZone: token.expiryZone, revokedAt: null }}
      />
    </div>
  )
}
