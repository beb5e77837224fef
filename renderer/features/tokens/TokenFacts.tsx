import { useTranslation } from 'react-i18next'
import type { Token } from '../../../electron/contract/token'
import { useAnswer } from '../../keyward'
import { Fact, Facts } from '../../ui/Facts'
import { When } from '../../ui/When'
import { WhenDay } from '../../ui/WhenDay'
import { UnusedMark } from '../../ui/UnusedMark'
import { unusedDays } from '../../ui/unused-days'
import { useNow } from '../../ui/useNow'
import { ExpiryFact } from './ExpiryFact'
import { unusedEnd } from './unused-end'

export function TokenFacts({ token }: { token: Token }) {
  const { t } = useTranslation('tokens')
  const { t: common } = useTranslation('common')
  const { data: policy } = useAnswer('policy.get', undefined)
  const rate = token.callsPerMinute ?? policy?.callsPerMinute
  const end = unusedEnd(token, policy?.unusedDisableDays ?? null)
  const days = unusedDays(token, useNow())
  const isByPolicy = token.enabled && token.unusedMark === 'disabled' && days !== null
  return (
    <Facts>
      {(['note', 'system', 'contact', 'keptIn'] as const).map(
        (one) =>
          token[one] !== '' && (
            <Fact key={one} name={t(`details.${one}`)}>
              {token[one]}
            </Fact>
          ),
      )}
      <Fact name={t('details.created')}>
        <When at={token.createdAt} /> {t('details.createdBy', { name: token.createdBy })}
      </Fact>
      {token.startsAt !== null && (
        <Fact name={t('details.starts')}>
          <When at={token.startsAt} />
        </Fact>
      )}
      <Fact name={t('details.expires')}>
        <ExpiryFact token={token} />
      </Fact>
      {token.networks.length > 0 && (
        <Fact name={t('details.networks')}>{token.networks.join(', ')}</Fact>
      )}
      {rate !== undefined && (
        <Fact name={t('details.rate')}>
          {token.callsPerMinute === null
            ? t('details.rateByPolicy', { rate })
            : rate.toLocaleString('en-GB')}
        </Fact>
      )}
      {token.revokedAt !== null && (
        <Fact name={t('details.revoked')}>
          <When at={token.revokedAt} />
        </Fact>
      )}
      <Fact name={t('details.enabled')}>
        {isByPolicy
          ? common('unused.disabled', { count: days })
          : t(token.enabled ? 'details.yes' : 'details.no')}
      </Fact>
      <Fact name={t('details.lastUsed')}>
        <When at={token.lastUsedAt} empty={t('list.neverUsed')} />
        {token.lastUsedFrom !== null && <> {t('details.from', { source: token.lastUsedFrom })}</>}
        {token.unusedMark !== null && (
          <>
            {' '}
            <UnusedMark token={token} />
          </>
        )}
      </Fact>
      {end !== null && (
        <Fact name={t('details.refusedIfUnused')}>
          <WhenDay at={end} />
        </Fact>
      )}
      <Fact name={t('details.calls')}>{token.calls.toLocaleString('en-GB')}</Fact>
      <Fact name={t('details.refusedCalls')}>{token.refusedCalls.toLocaleString('en-GB')}</Fact>
    </Facts>
  )
}
