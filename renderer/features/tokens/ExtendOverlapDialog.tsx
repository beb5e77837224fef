import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { SecretInUse } from '../../../electron/contract/rotation'
import type { Token } from '../../../electron/contract/token'
import { failureIn, useCommand } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { FormDialog } from '../../ui/FormDialog'
import { exactWords, localZone } from '../../ui/moments'
import { useNotify } from '../../ui/notify'
import { useNow } from '../../ui/useNow'
import { chosenEnd, overlapOf, type OverlapInput } from './overlap-choice'
import { OverlapField } from './OverlapField'

type Props = { token: Token; old: SecretInUse; onClose(): void }

export function ExtendOverlapDialog({ token, old, onClose }: Props) {
  const { t } = useTranslation('tokens')
  const notify = useNotify()
  const now = useNow()
  const extend = useCommand('tokens.extendOverlap')
  const [overlap, setOverlap] = useState<OverlapInput>({ choice: 168, typed: '' })
  const [isAsked, setIsAsked] = useState(false)
  const endsAt = old.validUntil ?? now
  const latest = token.expiresAt
  const failure = failureIn(extend.error)
  const words = (at: number) => exactWords(at, localZone())

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setIsAsked(true)
    const { end } = chosenEnd(overlap, { now: Date.now(), latest, endsAt })
    if (end === null) return
    extend.mutate(
      { id: token.id, version: token.version, number: old.number, overlap: overlapOf(overlap) },
      {
        onSuccess: () => {
          notify.success(t('secrets.extended', { name: token.name, moment: words(end) }))
          onClose()
        },
      },
    )
  }

  return (
    <FormDialog
      title={t('secrets.extendTitle', { name: token.name })}
      confirmLabel={t('secrets.extendConfirm')}
      busy={extend.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Stack spacing={2}>
        <Typography>{t('secrets.extendText', { moment: words(endsAt) })}</Typography>
        <OverlapField
          label={t('secrets.extendChoices')}
          value={overlap}
          onChange={(next) => {
            setOverlap(next)
            setIsAsked(false)
            extend.reset()
          }}
          now={now}
          latest={latest}
          endsAt={endsAt}
          isAsked={isAsked}
        />
        {failure && <FailureNotice failure={failure} />}
      </Stack>
    </FormDialog>
  )
}
