import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../keyward'

type Props = { value: string; onChange: (name: string) => void }

/** What the call was about. A refused call may name an entity that does not exist. */
export function EntityChoice({ value, onChange }: Props) {
  const { t } = useTranslation('explain')
  const entities = useAnswer('entities.names', undefined).data
  const isKnown = entities?.some(({ name }) => name === value)
  return (
    <TextField
      select
      label={t('entity')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value="">{t('noEntity')}</MenuItem>
      {value !== '' && !isKnown && (
        <MenuItem value={value}>{entities ? t('unknownEntity', { name: value }) : value}</MenuItem>
      )}
      {entities?.map(({ id, name, title }) => (
        <MenuItem key={id} value={name}>
          {title}
        </MenuItem>
      ))}
    </TextField>
  )
}
