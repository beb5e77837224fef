import Alert from '@mui/material/Alert'
import Stack from '@mui/material/Stack'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { IssuedToken, Token } from '../../../electron/contract/token'
import { failureIn, useAnswer, useCommand } from '../../keyward'
import { Fact, Facts } from '../../ui/Facts'
import { FailureNotice } from '../../ui/FailureNotice'
import { FormDialog } from '../../ui/FormDialog'
import { LastUse } from '../../ui/LastUse'
import { exactWords, localZone } from '../../ui/moments'
import { useNow } from '../../ui/useNow'
import { chosenEnd, firstOverlap, overlapOf } from './overlap-choice'
import { OverlapField } from './OverlapField'

type Props = { token: Token; onRotated(issued: IssuedToken): void; onClose(): void }

/** Says what stays, what is new, and until when the secret in use is taken. */
export function RotateTokenDialog({ token, onRotated, onClose }: Props) {
  const { t } = useTranslation('tokens')
  const now = useNow()
  const rotate = useCommand('tokens.rotate')
  const latest = token.expiresAt
  const [overlap, setOverlap] = useState(() => firstOverlap({ now, latest }))
  const [isAsked, setIsAsked] = useState(false)
  const failure = failureIn(rotate.error)

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setIsAsked(true)
    if (chosenEnd(overlap, { now: Date.now(), latest }).problem !== null) return
    rotate.mutate(
      { id: token.id, version: token.version, overlap: overlapOf(overlap) },
      { onSuccess: onRotated },
    )
  }

  return (
    <FormDialog
      title={t('rotate.title', { name: token.name })}
      confirmLabel={t('rotate.confirm')}
      busy={rotate.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Stack spacing={2}>
        <Facts>
          <Fact name={t('rotate.stays')}>{t('rotate.staysWhat', { id: token.id })}</Fact>
          <Fact name={t('rotate.new')}>{t('rotate.newWhat')}</Fact>
        </Facts>
        <LastUse lastUsedAt={token.lastUsedAt} lastUsedFrom={token.lastUsedFrom} />
        {token.rotatingUntil !== null && <StillOverlapping token={token} now={now} />}
        <OverlapField
          label={t('rotate.choices')}
          value={overlap}
          onChange={(next) => {
            setOverlap(next)
            setIsAsked(false)
            rotate.reset()
          }}
          now={now}
          latest={latest}
          isAsked={isAsked}
        />
        {failure && <FailureNotice failure={failure} />}
      </Stack>
    </FormDialog>
  )
}

/** Rotating again leaves older secrets what they have. */
function StillOverlapping({ token, now }: { token: Token; now: number }) {
  const { t } = useTranslation('tokens')
  const { data } = useAnswer('tokens.secrets', { id: token.id })
  const older = data?.all.filter(({ validUntil }) => validUntil !== null && validUntil > now) ?? []
  return (
    <Alert severity="info">
      {t('rotate.stillOverlaps')}
      {older.map(({ number, validUntil }) => (
        <div key={number}>
          {t('rotate.older', { number, moment: exactWords(validUntil ?? 0, localZone()) })}
        </div>
      ))}
    </Alert>
  )
}
