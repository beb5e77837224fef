import { useTranslation } from 'react-i18next'
import type { Token } from '../../../electron/contract/token'
import { Fact, Facts } from '../../ui/Facts'
import { When } from '../../ui/When'
import { TokenExpiry } from '../../ui/TokenExpiry'
import { UnusedMark } from '../../ui/UnusedMark'

/** What a decision is made by: who uses the token, for what, and whether anybody does. */
export function ReviewedFacts({ token }: { token: Token }) {
  const { t } = useTranslation('reviews')
  const { t: tokens } = useTranslation('tokens')
  const consumer = (['system', 'contact', 'keptIn', 'note'] as const).filter(
    (part) => token[part] !== '',
  )
  return (
    <Facts>
      <Fact name={tokens('details.lastUsed')}>
        <When at={token.lastUsedAt} empty={tokens('list.neverUsed')} /> <UnusedMark token={token} />
        {token.lastUsedFrom !== null && (
          <> {tokens('details.from', { source: token.lastUsedFrom })}</>
        )}
      </Fact>
      <Fact name={tokens('details.calls')}>
        {t('walk.calls', { count: token.calls, refused: token.refusedCalls })}
      </Fact>
      <Fact name={tokens('details.expires')}>
        <TokenExpiry token={token} />
      </Fact>
      <Fact name={tokens('details.created')}>
        <When at={token.createdAt} /> {tokens('details.createdBy', { name: token.createdBy })}
      </Fact>
      {consumer.map((part) => (
        <Fact key={part} name={t(`walk.${part}`)}>
          {token[part]}
        </Fact>
      ))}
    </Facts>
  )
}
