import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormLabel from '@mui/material/FormLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CalendarField } from '../../ui/CalendarField'
import { exactWords, localZone } from '../../ui/moments'
import {
  chosenEnd,
  isTooLong,
  overlapChoices,
  type OverlapInput,
  type OverlapProblem,
} from './overlap-choice'

type Props = {
  label: string
  value: OverlapInput
  onChange(value: OverlapInput): void
  now: number
  latest: number | null
  /** Of an overlap that there is already; at once is no choice then. */
  endsAt?: number
  /** Half a moment is judged only when it is confirmed. */
  isAsked: boolean
}

/** How long an old secret stays valid; what is chosen is written out as a moment with its zone. */
export function OverlapField(props: Props) {
  const { label, value, onChange, now, latest, endsAt, isAsked } = props
  const { t } = useTranslation('tokens')
  const labelId = useId()
  const limits = { now, latest, ...(endsAt !== undefined && { endsAt }) }
  const { end, problem } = chosenEnd(value, limits)
  const words = useProblemWords({ latest, endsAt })
  const isShown = problem !== null && (isAsked || value.typed.length >= 16)
  return (
    <FormControl>
      <FormLabel id={labelId}>{label}</FormLabel>
      <RadioGroup
        aria-labelledby={labelId}
        value={String(value.choice)}
        onChange={(_event, chosen) =>
          onChange({
            ...value,
            choice: overlapChoices.find((one) => String(one) === chosen) ?? value.choice,
          })
        }
      >
        {overlapChoices
          .filter((choice) => choice !== 'at_once' || endsAt === undefined)
          .toSorted((a, b) => Number(a === 'at_once') - Number(b === 'at_once'))
          .map((choice) => {
            const text = t(`rotate.choice.${choice}`)
            const tooLong = isTooLong(choice, limits)
            return (
              <FormControlLabel
                key={choice}
                value={String(choice)}
                disabled={tooLong}
                control={<Radio size="small" sx={{ py: 0.5 }} />}
                label={tooLong ? t('rotate.tooLong', { choice: text }) : text}
              />
            )
          })}
      </RadioGroup>
      <Stack spacing={1} sx={{ mt: 1 }}>
        {value.choice === 'until' && (
          <CalendarField
            kind="moment"
            label={t('rotate.until')}
            value={value.typed}
            onChange={(typed) => onChange({ ...value, typed })}
            required
            width={320}
            error={isShown}
            helperText={isShown ? words(problem) : t('rotate.untilHint', { zone: localZone() })}
          />
        )}
        {value.choice !== 'until' && problem !== null && (
          <Typography variant="body2" color="error" role="status">
            {words(problem)}
          </Typography>
        )}
        {problem === null && (
          <Typography variant="body2" color="textSecondary" role="status">
            {value.choice === 'at_once'
              ? t('rotate.atOnceText')
              : t('rotate.validUntil', { moment: exactWords(end, localZone()) })}
          </Typography>
        )}
      </Stack>
    </FormControl>
  )
}

function useProblemWords({
  latest,
  endsAt,
}: {
  latest: number | null
  endsAt: number | undefined
}) {
  const { t } = useTranslation('tokens')
  const moment = (at: number | null | undefined) => exactWords(at ?? 0, localZone())
  return (problem: OverlapProblem) =>
    problem === 'beyond'
      ? t('rotate.beyond', { moment: moment(latest) })
      : problem === 'notLonger'
        ? t('rotate.notLonger', { moment: moment(endsAt) })
        : t(`rotate.${problem}`)
}
