import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../../electron/contract/field'
import type { Where } from '../../../electron/contract/record'
import { withoutCondition } from './record-conditions'
import { useFieldWords } from './use-field-words'
import type { RecordList } from './use-record-list'

type Props = {
  list: RecordList
  fields: Field[]
  /** What was clicked is gone: the focus has to go somewhere. */
  onWidened: () => void
}

/** What the list is narrowed to: each condition can be taken away, and all at once. */
export function RecordFilters({ list, fields, onWidened }: Props) {
  const { t } = useTranslation('entities')
  const wordsOf = useFieldWords()
  const { where, records, isFiltered } = list
  if (!isFiltered) return null

  const remove = (field: string) => {
    list.setWhere(withoutCondition(where, field))
    onWidened()
  }
  return (
    <Stack
      role="group"
      aria-label={t('filter.list')}
      direction="row"
      useFlexGap
      sx={{ gap: 1, mb: 2, alignItems: 'center', flexWrap: 'wrap' }}
    >
      {where.map((condition) => {
        const field = fields.find((one) => one.name === condition.field)
        if (!field) return null
        const words = {
          title: field.title,
          value: wordsOf(field, valueOf(field, condition)),
        }
        return (
          <Chip
            key={condition.field}
            label={t('filter.is', words)}
            aria-label={t('filter.remove', words)}
            onDelete={() => remove(condition.field)}
            onClick={() => remove(condition.field)}
            sx={{ maxWidth: 360 }}
          />
        )
      })}
      <Typography variant="body2" color="textSecondary" role="status">
        {records.data && !records.isPlaceholderData
          ? t('filter.matches', { count: records.data.total })
          : ''}
      </Typography>
      <Button
        size="small"
        onClick={() => {
          list.clear()
          onWidened()
        }}
      >
        {t('filter.clear')}
      </Button>
    </Stack>
  )
}

const valueOf = ({ type }: Field, { value }: Where) =>
  type === 'boolean'
    ? value === 'true'
    : type === 'integer' || type === 'number'
      ? Number(value)
      : value
