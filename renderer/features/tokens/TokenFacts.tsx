import { useTranslation } from 'react-i18next'
import type { Token } from '../../../electron/contract/token'
import { Fact, Facts } from '../../ui/Facts'
import { When } from '../../ui/When'
import { WhenDay } from '../../ui/WhenDay'

export function TokenFacts({ token }: { token: Token }) {
  const { t } = useTranslation('tokens')
  return (
    <Facts>
      {token.note !== '' && <Fact name={t('details.note')}>{token.note}</Fact>}
      <Fact name={t('details.created')}>
        <When at={token.createdAt} /> {t('details.createdBy', { name: token.createdBy })}
      </Fact>
      {token.startsAt !== null && (
        <Fact name={t('details.starts')}>
          <When at={token.startsAt} />
        </Fact>
      )}
      <Fact name={t('details.expires')}>
        <WhenDay at={token.expiresAt} zone={token.expiryZone} />
        {token.expiresAt !== null && token.expiryZone !== null && (
          <> ({t('details.zone', { zone: token.expiryZone })})</>
        )}
      </Fact>
      {token.networks.length > 0 && (
        <Fact name={t('details.networks')}>{token.networks.join(', ')}</Fact>
      )}
      {token.callsPerMinute !== null && (
        <Fact name={t('details.rate')}>{token.callsPerMinute.toLocaleString('en-GB')}</Fact>
      )}
      {token.revokedAt !== null && (
        <Fact name={t('details.revoked')}>
          <When at={token.revokedAt} />
        </Fact>
      )}
      <Fact name={t('details.enabled')}>{t(token.enabled ? 'details.yes' : 'details.no')}</Fact>
      <Fact name={t('details.lastUsed')}>
        <When at={token.lastUsedAt} empty={t('list.neverUsed')} />
        {token.lastUsedFrom !== null && <> {t('details.from', { source: token.lastUsedFrom })}</>}
      </Fact>
      <Fact name={t('details.calls')}>{token.calls.toLocaleString('en-GB')}</Fact>
      <Fact name={t('details.refusedCalls')}>{token.refusedCalls.toLocaleString('en-GB')}</Fact>
    </Facts>
  )
}
