import { zodResolver } from '@hookform/resolvers/zod'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useRouter } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { mostReviewed } from '../../../electron/contract/review'
import { Name } from '../../../electron/contract/text'
import { failureIn, useAnswer, useCommand } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { useFieldText } from '../../ui/field-text'
import { FormDialog } from '../../ui/FormDialog'
import type { AskedFilter } from '../../ui/inventory-filter'
import { InventoryFilterFields } from '../../ui/InventoryFilterFields'
import { ChosenParts } from './ChosenParts'
import { FromSavedView } from './FromSavedView'
import { pathOfReview } from './review-path'

const Named = z.object({ name: Name })

/** What the review is called and which tokens are on its list; opens it. */
export function StartReviewDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('reviews')
  const { history } = useRouter()
  const fieldText = useFieldText()
  const whichId = useId()
  const start = useCommand('reviews.start')
  const [filter, setFilter] = useState<AskedFilter>({})
  const form = useForm({ resolver: zodResolver(Named), defaultValues: { name: '' } })
  const { errors, isDirty } = form.formState
  const matching = useAnswer('tokens.inventory', { ...filter, pageSize: 1 })
  const count = matching.data?.total
  const failure = failureIn(start.error)

  const submit = form.handleSubmit(({ name }) =>
    start.mutate(
      { name, filter },
      {
        onSuccess: (review) => {
          onClose()
          history.push(pathOfReview(review.id))
        },
      },
    ),
  )
  return (
    <FormDialog
      title={t('start.title')}
      confirmLabel={t('start.confirm')}
      busy={start.isPending}
      discard={{ hasTyped: isDirty, text: t('start.discard') }}
      onSubmit={submit}
      onClose={onClose}
    >
      <Stack spacing={2} sx={{ pt: 1 }}>
        <TextField
          {...form.register('name')}
          label={t('start.name')}
          autoFocus
          error={errors.name !== undefined}
          helperText={fieldText(errors.name?.message) ?? t('start.nameHint')}
          slotProps={{ htmlInput: { 'aria-required': true } }}
        />
        <Box role="group" aria-labelledby={whichId}>
          <Typography id={whichId} variant="subtitle2">
            {t('start.which')}
          </Typography>
          <FromSavedView onChoose={setFilter} />
          <ChosenParts filter={filter} onChange={setFilter} />
          <Box sx={{ mx: -2, '& > div': { width: 'auto' } }}>
            <InventoryFilterFields
              filter={filter}
              set={(parts) => setFilter((before) => withParts(before, parts))}
            />
          </Box>
        </Box>
        {count !== undefined && (
          <Alert severity={count === 0 || count > mostReviewed ? 'warning' : 'info'} role="status">
            {count > mostReviewed
              ? t('start.tooMany', { count, most: mostReviewed })
              : t('start.count', { count })}
          </Alert>
        )}
        {failure && <FailureNotice failure={failure} />}
      </Stack>
    </FormDialog>
  )
}

/** Set parts in place of those before; an undefined one is taken away. */
const withParts = (before: AskedFilter, parts: AskedFilter): AskedFilter => {
  const after = Object.fromEntries(
    Object.entries({ ...before, ...parts }).filter(([, value]) => value !== undefined),
  ) as AskedFilter
  return after.statuses ? { ...after, show: 'all' } : after
}
