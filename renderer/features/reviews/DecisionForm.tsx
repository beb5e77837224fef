import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useRef, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import {
  reviewDecisions,
  type Review,
  type ReviewDecision,
  type ReviewItem,
} from '../../../electron/contract/review'
import { failureIn, useCommand } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { useFieldText } from '../../ui/field-text'
import type { GrantInput } from '../../ui/permission-grants'
import { NarrowTable } from './NarrowTable'
import { useDecisionKeys } from './use-decision-keys'

type Props = { review: Review; item: ReviewItem; onNext(): void }

/** Keep, narrow or revoke, with a reason for anything but keeping; then the next token. */
export function DecisionForm({ review, item, onNext }: Props) {
  const { t } = useTranslation('reviews')
  const fieldText = useFieldText()
  const decide = useCommand('reviews.decide')
  const [decision, setDecision] = useState<ReviewDecision | null>(item.decision)
  const [grants, setGrants] = useState<GrantInput[]>(item.grants ?? item.token.grants)
  const [reason, setReason] = useState(item.reason)
  const reasonField = useRef<HTMLInputElement>(null)
  const failure = failureIn(decide.error)

  const choose = (next: ReviewDecision) => {
    setDecision(next)
    decide.reset()
    if (next !== 'keep') reasonField.current?.focus()
  }
  const save = (made: ReviewDecision) =>
    decide.mutate(
      {
        id: review.id,
        position: item.position,
        decision: made,
        reason,
        ...(made === 'narrow' && { grants }),
      },
      { onSuccess: onNext },
    )
  useDecisionKeys((key) => choose(key))

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (decision !== null) save(decision)
  }
  return (
    <Stack component="form" spacing={2} onSubmit={submit} noValidate>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={decision}
        onChange={(_event, next: ReviewDecision | null) => next && choose(next)}
        aria-label={t('form.decision')}
      >
        {reviewDecisions.map((one) => (
          <ToggleButton key={one} value={one} sx={{ px: 2 }}>
            {t(`form.choose.${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {decision === 'narrow' && (
        <NarrowTable token={item.token} grants={grants} onChange={setGrants} />
      )}
      <TextField
        label={t('form.reason')}
        value={reason}
        inputRef={reasonField}
        onChange={({ target }) => setReason(target.value)}
        required={decision === 'narrow' || decision === 'revoke'}
        error={failure?.field === 'reason'}
        helperText={
          failure?.field === 'reason'
            ? fieldText(String(failure.detail?.problem ?? 'empty'))
            : t('form.reasonHint')
        }
      />
      {failure && failure.field !== 'reason' && <FailureNotice failure={failure} />}
      <Stack direction="row" spacing={1}>
        <Button
          type="submit"
          variant="contained"
          disabled={decision === null}
          loading={decide.isPending}
        >
          {t('form.decide')}
        </Button>
        <Button onClick={onNext}>{t('form.skip')}</Button>
      </Stack>
    </Stack>
  )
}
